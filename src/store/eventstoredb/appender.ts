// Appends with an exact revision, always; on an unclear outcome it sends the identical events again, at the same revision.
import type { AppendResult } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { conflict, isOnwardError, OnwardError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { unavailable } from '../sqlite-files/errors.js';
import { found, isMet } from '../expected-revision.js';
import type { Appended, ExpectedRevision, NewEvent, StoredEvent } from '../port.js';
import type { Connection } from './connection.js';
import { actualRevision, damaged, isPassing, storeError } from './errors.js';
import type { KnownStreams } from './known-streams.js';
import { waitAfter } from './persistently.js';
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
    const write = newId();
    const until = performance.now() + this.connection.patience;
    // What is known may be old, and is enough to try with: the server compares the exact revision.
    let known = this.known.get(stream);
    if (known.end.revision < 0 || !isMet(expected, headOf(known.end.revision))) known = await this.refreshed(stream);
    for (let overtaken = 1; ; overtaken++) {
      const head = headOf(known.end.revision);
      const met = isMet(expected, head);
      const twice = new Set(events.map(({ id }) => id)).size < events.length;
      if (!met || twice || events.some(({ id }) => known.ids.has(id))) {
        const stored = await this.storedUnder(stream, events, known.ids);
        return found({ stream, expected, events, head, met, stored });
      }
      // Taken now: while this is under way a read may learn of what it wrote.
      const { end } = known;
      const sent = outgoing(stream, end, events, write);
      const answer = await this.send(stream, end.revision, sent, until);
      if (answer !== 'overtaken') return this.written(stream, end.revision, sent, answer.nextExpectedRevision);
      // Somebody else was quicker: look again, and decide anew. What was sent is not there, nor can it still arrive.
      known = await this.refreshed(stream);
      if (performance.now() > until) throw conflict(stream, expected, known.end.revision);
      if (overtaken > 3) await delay(waitAfter(overtaken - 3));
    }
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

  /** Errors: `invalid-input` when it is too large; `store-unavailable`, also when it is not known whether it was written. */
  private async send(
    stream: string,
    revision: number,
    events: readonly OutgoingEvent[],
    until: number,
  ): Promise<AppendResult | 'overtaken'> {
    this.checkSize(events);
    const expectedRevision = revision < 0 ? ('no_stream' as const) : BigInt(revision);
    const options = { ...this.connection.perCall, requiresLeader: true, expectedRevision };
    let unclear = false;
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
        if (!isPassing(error)) throw storeError(error);
        unclear ||= !isOnwardError(error);
        const wait = waitAfter(failures);
        if (performance.now() + wait > until) throw notKnown(unclear, error);
        await delay(wait);
      }
    }
  }

  /**
   * The server says "done" also for what was there before, and its position may be that of any event of the call. So the last event is
   * read back: where it stands, that it is what was sent, and whose call wrote it.
   */
  private async written(
    stream: string,
    end: number,
    sent: readonly OutgoingEvent[],
    nextExpectedRevision: bigint,
  ): Promise<Appended> {
    const revision = end + sent.length;
    if (Number(nextExpectedRevision) !== revision)
      throw damaged(`${stream} was deleted on the server before: its numbering goes on at ${nextExpectedRevision}.`, {
        stream,
      });
    const last = sent[sent.length - 1]?.metadata;
    const there = await this.reader.written(stream, revision);
    if (!there || there.event.hash !== last?.hash)
      throw damaged(`Revision ${revision} of ${stream} is not what was recorded.`, { stream, revision });
    this.known.learn(
      stream,
      sent.map(({ metadata: { id, hash } }, index) => ({ id, hash, revision: end + 1 + index })),
    );
    return { revision, position: there.event.position, repeated: there.write !== last.write };
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

function notKnown(unclear: boolean, error: unknown): unknown {
  if (!unclear) return storeError(error);
  return unavailable(
    'EventStoreDB did not answer, so it is not known whether this was recorded.',
    'Send exactly the same again (with the same Idempotency-Key): what is there already is found, nothing is recorded twice.',
  );
}
