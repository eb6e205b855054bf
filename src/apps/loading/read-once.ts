// A store that reads each stream once for a row: who holds a number, who the person is and how their plan stands are asked several times.
import type { EventStore, ReadOptions, StoredEvent } from '../../store/port.js';

type Pages = readonly (readonly StoredEvent[])[];

export interface ReadOnce {
  readonly store: EventStore;
  /** Of each row that begins: what rows read that can no longer be in hand is read anew. */
  rowBegins(): void;
}

/**
 * What was read is remembered no longer than a row that read it may be in hand: `inHand` rows more, at most twice as many. Whatever somebody else
 * records meanwhile is met by the expected revision of the append, as between any read and the append that rests on it; then it is read anew.
 */
export function readOnce(store: EventStore, inHand: number): ReadOnce {
  let young = new Map<string, Promise<Pages>>();
  let old = new Map<string, Promise<Pages>>();
  let begun = 0;
  const forget = (stream: string) => (young.delete(stream), old.delete(stream));
  const whole = (stream: string): Promise<Pages> => {
    const known = young.get(stream) ?? old.get(stream);
    if (known) return known;
    // With the keys: what one asks only to fold, the next one of the row opens.
    const reading = pagesOf(store.read(stream, { hashes: 'not needed' }));
    young.set(stream, reading);
    reading.catch(() => forget(stream));
    return reading;
  };
  return {
    rowBegins() {
      if (++begun % inHand > 0) return;
      old = young;
      young = new Map();
    },
    store: {
      async append(stream, expected, events) {
        try {
          return await store.append(stream, expected, events);
        } finally {
          forget(stream);
        }
      },
      read: (stream, options = {}) => (isOfPart(options) ? store.read(stream, options) : one(() => whole(stream))),
      readAll: (options) => store.readAll(options),
      subscribe: (options) => store.subscribe(options),
      head: () => store.head(),
      close: () => store.close(),
    },
  };
}

/** Only whole histories without proof are remembered: what cases are folded from. */
const isOfPart = ({ from, backwards, limit, hashes }: ReadOptions): boolean =>
  from !== undefined || backwards === true || limit !== undefined || hashes !== 'not needed';

async function* one(pages: () => Promise<Pages>): AsyncGenerator<readonly StoredEvent[]> {
  yield* await pages();
}

async function pagesOf(pages: AsyncIterable<readonly StoredEvent[]>): Promise<Pages> {
  const all: (readonly StoredEvent[])[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
