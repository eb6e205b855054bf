// Pages of everything that Onward wrote, in the order of the server's log; what the server and others wrote is passed over.
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { unavailable } from '../sqlite-files/errors.js';
import type { Position, StoredEvent } from '../port.js';
import { collect, type Connection } from './connection.js';
import { persistently } from './persistently.js';
import { fromPosition, toPosition } from './positions.js';
import { incoming, positionOf, type IncomingEvent } from './wire-format.js';

type Page = readonly StoredEvent[];

interface Found {
  /** Place of every event that was looked at, and the event itself if it is ours. */
  readonly position: Position;
  readonly event: StoredEvent | undefined;
}

/** The server's own events keep coming while nobody records anything: what was looked through once is not read again. */
interface Quiet {
  readonly after: Position;
  readonly upTo: Position;
}

/** Events read at once when the page before held too few of ours. */
const further = 256;
const headPage = 32;
const cutsAtMost = 5;

export class AllReader {
  private quiet: Quiet | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly onOther: (event: IncomingEvent) => void = () => undefined,
  ) {}

  /** Up to `count` events after a position; fewer only when there are no more. */
  async forwards(after: Position | undefined, count: number): Promise<Page> {
    const page: StoredEvent[] = [];
    const { quiet } = this;
    const skips = quiet && after !== undefined && after >= quiet.after && after < quiet.upTo;
    let from = skips ? quiet.upTo : after;
    for (let cuts = 0, round = 0; cuts < cutsAtMost; round++) {
      const wanted = Math.max(count - page.length, round > 0 ? further : 0) + 1;
      const found = await this.read(from, false, wanted);
      // Inclusive of where it starts from.
      const news = found.filter(({ position }) => from === undefined || position > from);
      for (const { event } of news) if (event && page.length < count) page.push(event);
      if (page.length === count) return page;
      from = news[news.length - 1]?.position ?? from;
      if (found.length === wanted) continue;
      // An end is confirmed even where nothing new came: after a full page that is how a cut looks, and a rebuild rests on it.
      if (await this.isEnd(from)) {
        this.remember(page[page.length - 1]?.position ?? (skips ? quiet.after : undefined), from);
        return page;
      }
      if (news.length === 0) cuts++;
    }
    throw cutShort();
  }

  async backwards(before: Position | undefined, count: number): Promise<Page> {
    const page: StoredEvent[] = [];
    let from = before;
    for (let cuts = 0, round = 0; cuts < cutsAtMost; round++) {
      const wanted = Math.max(count - page.length, round > 0 ? further : 0) + 1;
      const found = await this.read(from, true, wanted);
      const news = found.filter(({ position }) => from === undefined || position < from);
      for (const { event } of news) if (event && page.length < count) page.push(event);
      if (page.length === count) return page;
      from = news[news.length - 1]?.position ?? from;
      if (found.length < wanted && (await this.isStart(from))) return page;
      if (news.length === 0) cuts++;
    }
    throw cutShort();
  }

  /** Position of the last event of ours. */
  async head(): Promise<Position | undefined> {
    if (!this.quiet) {
      const upTo = (await this.read(undefined, true, 1))[0]?.position;
      const after = (await this.backwards(undefined, 1))[0]?.position;
      this.remember(after, upTo);
      return after;
    }
    for (let last = this.quiet.after; ;) {
      const page = await this.forwards(last, headPage);
      last = page[page.length - 1]?.position ?? last;
      if (page.length < headPage) return last;
    }
  }

  /** `after` is an event of ours, and up to `upTo` there is no other. */
  private remember(after: Position | undefined, upTo: Position | undefined): void {
    if (after === undefined || upTo === undefined || upTo < after) return;
    if (!this.quiet || upTo > this.quiet.upTo) this.quiet = { after, upTo };
  }

  /** A server is never quite empty: it writes for itself first. So an answer without any event is none. */
  private async isEnd(reached: Position | undefined): Promise<boolean> {
    const last = (await this.read(undefined, true, 1))[0]?.position;
    return last !== undefined && reached !== undefined && last <= reached;
  }

  private async isStart(reached: Position | undefined): Promise<boolean> {
    const first = (await this.read(undefined, false, 1))[0]?.position;
    return first !== undefined && reached !== undefined && reached <= first;
  }

  private async read(from: Position | undefined, backwards: boolean, maxCount: number): Promise<readonly Found[]> {
    const place = from === undefined ? (backwards ? 'end' : 'start') : fromPosition(from);
    const read = await persistently(this.connection, () =>
      collect<AllStreamResolvedEvent>(this.connection, (client) =>
        client.readAll({
          ...this.connection.perCall,
          direction: backwards ? 'backwards' : 'forwards',
          fromPosition: place,
          maxCount,
        }),
      ),
    );
    return (read ?? []).flatMap(({ event }) => {
      const there = event as unknown as IncomingEvent | undefined;
      if (!there) return [];
      const ours = incoming(there);
      if (!ours) this.onOther(there);
      return [{ position: toPosition(positionOf(there)), event: ours }];
    });
  }
}

const cutShort = () =>
  unavailable('EventStoreDB ended a read too early again and again.', 'It may be choosing a leader; try again soon.');
