// Appends with an exact revision, always; on an unclear outcome it sends the identical events again, at the same revision.
import type { AppendResult } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { conflict, notKnown, notRecorded, OnwardError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { found, isMet } from '../expected-revision.js';
import type { Appended, ExpectedRevision, NewEvent, Position, StoredEvent } from '../port.js';
import type { Connection } from './connection.js';
import { actualRevision, damaged, isPassing, isSurelyUnwritten, storeError } from './errors.js';
import type { KnownStreams } from './known-streams.js';
import { waitAfter } from './persistently.js';
import { isPlace, toPosition } from './positions.js';
import type { StreamReader } from './read-stream.js';
import { outgoing, sizeOf, type OutgoingEvent } from './wire-format.js';

export interface AppenderOptions {
  /** MaxAppendSize of the server, in bytes. */
  readonly maxAppendSize?: number;
}

const pageSize = 500;

export class Appender {
  private readonly maxAppendSize: number;
  /** The last append to each stream that is under way: one at a time, so that two of ours never race each other. */
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly connection: Connection,
    private readonly reader: StreamReader,
    private readonly known: KnownStreams,
    { maxAppendSize = 1024 * 1024 }: AppenderOptions = {},
  ) {
    this.maxAppendSize = maxAppendSize;
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const before = this.queues.get(stream) ?? Promise.resolve();
    const done = before.then(() => this.inTurn(stream, expected, events));
    const settled = done
      .catch(() => undefined)
      .then(() => {
        if (this.queues.get(stream) === settled) this.queues.delete(stream);
      });
    this.queues.set(stream, settled);
    return done;
  }

  /** Everything under way has an outcome. */
  async finished(): Promise<void> {
    await Promise.all(this.queues.values());
  }

  private async inTurn(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const sending: Sending = { write: newId(), until: performance.now() + this.connection.patience, unclear: false };
    try {
      return await this.decided(stream, expected, events, sending);
    } catch (error) {
      // Whatever came last: one try of which nobody knows is enough for nobody to know.
      if (sending.unclear) throw notKnown('EventStoreDB did not answer');
      throw notRecorded(error);
    }
  }

  private async decided(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    sending: Sending,
  ): Promise<Appended> {
    // What is known may be old, and is enough to try with: the server compares the exact revision. So is "nothing" where nothing is expected.
    let known = this.known.get(stream);
    const isNew = expected === 'no_stream' && known.end.revision < 0;
    if (!isNew && (known.end.revision < 0 || !isMet(expected, headOf(known.end.revision))))
      known = await this.refreshed(stream);
    for (let overtaken = 0; ;) {
      const head = headOf(known.end.revision);
      const met = isMet(expected, head);
      const twice = new Set(events.map(({ id }) => id)).size < events.length;
      if (!met || twice || events.some(({ id }) => known.ids.has(id))) {
        const stored = await this.storedUnder(stream, events, known.ids);
        const there = found({ stream, expected, events, head, met, stored });
        return overtaken > 0 ? this.oursOrTheirs(stream, there, sending) : there;
      }
      // Taken now: while this is under way a read may learn of what it wrote.
      const { end } = known;
      const sent = outgoing(stream, end, events, sending.write);
      const answer = await this.send(stream, end.revision, sent, sending);
      if (answer !== 'overtaken') return this.written(stream, end.revision, sent, answer, sending);
      // Somebody else was quicker: look again, and decide anew.
      known = await this.refreshed(stream);
      // What stands there is not ours: then no earlier try was written, nor can one still arrive.
      if (known.end.revision > end.revision && !events.some(({ id }) => known.ids.has(id))) sending.unclear = false;
      if (performance.now() > sending.until) throw conflict(stream, expected, known.end.revision);
      if (++overtaken > 3) await delay(waitAfter(overtaken - 3));
    }
  }

  /** Found again after a try of this call: whether it was that try that wrote it. */
  private async oursOrTheirs(stream: string, there: Appended, sending: Sending): Promise<Appended> {
    const last = await this.reader.written(stream, there.revision);
    return { ...there, repeated: last?.write !== sending.write };
  }

  /** Reads what came to a stream since it was last seen. */
  private async refreshed(stream: string) {
    for (;;) {
      const from = this.known.get(stream).end.revision + 1;
      const page = await this.reader.forwards(stream, from, pageSize, true);
      this.known.learn(stream, page);
      if (page.length < pageSize) return this.known.get(stream);
    }
  }

  private storedUnder(
    stream: string,
    events: readonly NewEvent[],
    ids: ReadonlyMap<string, number>,
  ): Promise<(StoredEvent | undefined)[]> {
    return Promise.all(
      events.map(async ({ id }) => {
        const revision = ids.get(id);
        if (revision === undefined) return undefined;
        return (await this.reader.forwards(stream, revision, 1, true))[0];
      }),
    );
  }

  /** Errors: `invalid-input` when it is too large; `store-unavailable`. Notes whether a try may have been written all the same. */
  private async send(
    stream: string,
    revision: number,
    events: readonly OutgoingEvent[],
    sending: Sending,
  ): Promise<AppendResult | 'overtaken'> {
    this.checkSize(events);
    const expectedRevision = revision < 0 ? ('no_stream' as const) : BigInt(revision);
    const options = { ...this.connection.perCall, requiresLeader: true, expectedRevision };
    for (let failures = 1; ; failures++) {
      try {
        return await this.connection.call(async (client) => {
          const { binaryEvent } = await import('@eventstore/db-client');
          return client.appendToStream(
            stream,
            events.map((event) => binaryEvent(event)),
            options,
          );
        });
      } catch (error) {
        if (actualRevision(error) !== undefined) return 'overtaken';
        sending.unclear ||= !isSurelyUnwritten(error);
        const wait = waitAfter(failures);
        if (!isPassing(error) || performance.now() + wait > sending.until) throw storeError(error);
        await delay(wait);
      }
    }
  }

  /**
   * The ids that the server got are of this call alone, so "done" says that it was one of its tries that wrote, where it was sent to (docs/adr/0064).
   * The first try that was answered wrote what it was answered for, and the position is that of its last event. Where a try before it had no
   * answer, the position may be that of any event of the call: then the last one is read back.
   */
  private async written(
    stream: string,
    end: number,
    sent: readonly OutgoingEvent[],
    { nextExpectedRevision, position }: AppendResult,
    sending: Sending,
  ): Promise<Appended> {
    const revision = end + sent.length;
    if (Number(nextExpectedRevision) !== revision) {
      sending.unclear = false;
      throw damaged(`${stream} was deleted on the server before: its numbering goes on at ${nextExpectedRevision}.`, {
        stream,
      });
    }
    const at =
      sending.unclear || !isPlace(position) ? await this.readBack(stream, revision, sent) : toPosition(position);
    this.known.learn(
      stream,
      sent.map(({ metadata: { id, hash } }, index) => ({ id, hash, revision: end + 1 + index })),
    );
    return { revision, position: at, repeated: false };
  }

  private async readBack(stream: string, revision: number, sent: readonly OutgoingEvent[]): Promise<Position> {
    const there = await this.reader.written(stream, revision);
    if (there && there.event.hash === sent[sent.length - 1]?.metadata.hash) return there.event.position;
    throw damaged(`Revision ${revision} of ${stream} is not what was recorded.`, { stream, revision });
  }

  private checkSize(events: readonly OutgoingEvent[]): void {
    const size = sizeOf(events);
    if (size <= this.maxAppendSize) return;
    const problem = `are together ${size} bytes; EventStoreDB takes at most ${this.maxAppendSize} in one append`;
    throw new OnwardError('invalid-input', {
      detail: `events ${problem}. Nothing was recorded.`,
      help: 'Record less at once.',
      fields: [{ field: 'events', problem }],
    });
  }
}

const headOf = (revision: number): number | undefined => (revision < 0 ? undefined : revision);

/** One append under way, through all its tries. */
interface Sending {
  /** The mark of this call: in every event, and in the ids that the server gets. */
  readonly write: string;
  readonly until: number;
  /** Whether a try may have been written without anybody having heard of it. */
  unclear: boolean;
}
