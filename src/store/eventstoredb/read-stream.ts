// Pages of one stream. Its end is confirmed, never inferred: during an election a server may end a read early without an error.
import type { ResolvedEvent } from '@eventstore/db-client';
import { unavailable } from '../sqlite-files/errors.js';
import type { StoredEvent } from '../port.js';
import { collect, type Connection } from './connection.js';
import { damaged } from './errors.js';
import { persistently } from './persistently.js';
import { incoming, writeOf, type IncomingEvent } from './wire-format.js';

type Page = readonly StoredEvent[];

interface From {
  readonly revision: number | 'end';
  readonly backwards?: boolean;
  readonly count: number;
  /** Whether only the leader may answer: for whatever an append rests on. */
  readonly ofLeader?: boolean;
}

/** Reads cut short before it gives up. */
const cutsAtMost = 5;
/** Whoever asks for fewer wants the beginning of a stream that may be long. */
const worthReadingWhole = 100;

export class StreamReader {
  constructor(private readonly connection: Connection) {}

  /** Up to `count` events from a revision on; fewer only when the stream ends there. */
  async forwards(stream: string, revision: number, count: number, ofLeader = false): Promise<Page> {
    const whole = revision === 0 && count >= worthReadingWhole ? await this.whole(stream, count, ofLeader) : undefined;
    if (whole) return whole;
    const page: StoredEvent[] = [];
    for (let cuts = 0; cuts < cutsAtMost;) {
      const got = await this.read(stream, { revision: revision + page.length, count: count - page.length, ofLeader });
      if (got === undefined) return page;
      page.push(...this.inOrder(stream, revision + page.length, got));
      if (page.length === count) return page;
      const last = await this.last(stream, ofLeader);
      if (last && last.revision < revision + page.length) return page;
      if (got.length === 0) cuts++;
    }
    throw cutShort();
  }

  /**
   * A short stream in one call: read from its end, with which its end is confirmed, down to its first event. Undefined when that was not reached,
   * because the stream is longer, the read was cut short, or events are missing.
   */
  private async whole(stream: string, count: number, ofLeader: boolean): Promise<Page | undefined> {
    const got = await this.read(stream, { revision: 'end', backwards: true, count, ofLeader });
    if (got === undefined) return [];
    const [last] = got;
    if (got.at(-1)?.revision !== 0 || last?.revision !== got.length - 1) return undefined;
    return [...this.inOrder(stream, last.revision, got, -1)].reverse();
  }

  /** One event, as the leader has it, and which call wrote it. */
  async written(
    stream: string,
    revision: number,
  ): Promise<{ event: StoredEvent; write: string | undefined } | undefined> {
    for (let cuts = 0; cuts < cutsAtMost; cuts++) {
      const got = await this.readRaw(stream, { revision, count: 1, ofLeader: true });
      if (got === undefined) return undefined;
      if (got[0]) return { event: ours(stream, got[0]), write: writeOf(got[0]) };
    }
    return undefined;
  }

  async backwards(stream: string, revision: number | undefined, count: number): Promise<Page> {
    // From beyond the end the server counts numbers, not events: begin at the end instead.
    const last = await this.last(stream);
    if (!last) return [];
    const from = Math.min(revision ?? last.revision, last.revision);
    const page: StoredEvent[] = [];
    for (let cuts = 0; cuts < cutsAtMost;) {
      const next = from - page.length;
      const due = Math.min(count - page.length, next + 1);
      if (due <= 0) return page;
      const got = await this.read(stream, { revision: next, backwards: true, count: due });
      if (!got?.length) cuts++;
      page.push(...this.inOrder(stream, next, got ?? [], -1));
    }
    throw cutShort();
  }

  /** The last event of a stream; undefined when there is no such stream. */
  async last(stream: string, ofLeader = false): Promise<StoredEvent | undefined> {
    for (let cuts = 0; cuts < cutsAtMost; cuts++) {
      const got = await this.read(stream, { revision: 'end', backwards: true, count: 1, ofLeader });
      if (got === undefined || got[0]) return got?.[0];
    }
    throw cutShort();
  }

  private async read(stream: string, from: From): Promise<Page | undefined> {
    return (await this.readRaw(stream, from))?.map((event) => ours(stream, event));
  }

  private async readRaw(
    stream: string,
    { revision, backwards, count, ofLeader }: From,
  ): Promise<readonly IncomingEvent[] | undefined> {
    const read = await persistently(this.connection, () =>
      collect<ResolvedEvent>(this.connection, (client) =>
        client.readStream(stream, {
          ...this.connection.perCall,
          requiresLeader: ofLeader,
          direction: backwards ? 'backwards' : 'forwards',
          fromRevision: revision === 'end' ? 'end' : BigInt(revision),
          maxCount: count,
        }),
      ),
    );
    return read?.flatMap(({ event }) => (event ? [event] : []));
  }

  /** Error: `damaged-history` when events are missing, as after a deletion or a limit set on the server. */
  private inOrder(stream: string, from: number, events: Page, step = 1): Page {
    for (const [index, { revision }] of events.entries()) {
      if (revision !== from + index * step)
        throw damaged(`Events of ${stream} are missing on the server: ${from + index * step} was to come.`, { stream });
    }
    return events;
  }
}

function ours(stream: string, event: IncomingEvent | undefined): StoredEvent {
  const stored = event && incoming(event);
  if (stored) return stored;
  throw damaged(`Something in ${stream} was not written by Onward.`, { stream });
}

const cutShort = () =>
  unavailable(
    'EventStoreDB ended a read too early again and again.',
    'It may be choosing a leader; try again in a moment.',
  );
