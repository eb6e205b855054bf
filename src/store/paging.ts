// Pages of a read and of a subscription, the same for every store that answers a page at a time.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position, StoredEvent, SubscribeOptions } from './port.js';
import type { Wakeups } from './wakeups.js';

type Page = readonly StoredEvent[];

const usual = 500;

const sizeOf = (pageSize = usual): number => Math.max(1, Math.floor(pageSize));

/** `next` gives up to `size` events after `last` (at first: from the start). Between pages everyone else gets a turn. */
export async function* pages(
  next: (last: StoredEvent | undefined, size: number) => Page | Promise<Page>,
  { limit = Infinity, pageSize }: { readonly limit?: number; readonly pageSize?: number },
): AsyncGenerator<Page> {
  let last: StoredEvent | undefined;
  for (let left = limit; left > 0;) {
    const size = Math.min(sizeOf(pageSize), left);
    const page = await next(last, size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    left -= page.length;
    last = page[page.length - 1];
    await nextTurn();
  }
}

/** `poll`: milliseconds after which to look even though nobody rang, because another process may have written. */
export async function* follow(
  next: (after: Position | undefined, size: number) => Page | Promise<Page>,
  wakeups: Wakeups,
  { after, pageSize, signal }: SubscribeOptions,
  poll?: number,
): AsyncGenerator<Page> {
  let position = after;
  let announced = false;
  while (!signal.aborted) {
    const seen = wakeups.count;
    const page = await next(position, sizeOf(pageSize));
    if (signal.aborted) return;
    if (page.length > 0) {
      position = page[page.length - 1]?.position;
      announced = false;
      yield page;
      await nextTurn();
    } else {
      if (!announced) yield page;
      announced = true;
      // Whoever rang since before that look is heard at once: nobody needs to look again first.
      await wakeups.wait(seen, signal, poll);
    }
  }
}
