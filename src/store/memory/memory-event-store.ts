// The event store of tests: the same promises, kept in memory only.
import { chainHash, chainStart } from '../chain.js';
import { checkAppend, found, isMet } from '../expected-revision.js';
import { follow, pages } from '../paging.js';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.js';
import { unavailable } from '../sqlite-files/errors.js';
import { Wakeups } from '../wakeups.js';

const toPosition = (number: number): Position => String(number).padStart(16, '0') as Position;

export class MemoryEventStore implements EventStore {
  private readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly ids = new Map<string, StoredEvent>();
  private readonly wakeups = new Wakeups();
  private closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    // Like a store that really writes: nobody may rely on being answered in the same turn.
    await Promise.resolve();
    this.check();
    const there = this.streams.get(stream) ?? [];
    const head = there.at(-1)?.revision;
    const met = isMet(expected, head);
    const stored = events.map(({ id }) => this.ids.get(id));
    const twice = new Set(events.map(({ id }) => id)).size < events.length;
    if (!met || twice || stored.some((event) => event !== undefined))
      return found({ stream, expected, events, head, met, stored });
    for (const event of events) this.push(stream, there, event);
    this.streams.set(stream, there);
    this.wakeups.ring();
    return { revision: there.length - 1, position: toPosition(this.all.length), repeated: false };
  }

  private push(stream: string, there: StoredEvent[], { id, type, schemaVersion, data, metadata }: NewEvent): void {
    const event = { id, type, schemaVersion, data, metadata };
    const previousHash = there.at(-1)?.hash ?? chainStart;
    const hash = chainHash(previousHash, stream, there.length, event);
    const position = toPosition(this.all.length + 1);
    const stored = Object.freeze({ ...event, stream, revision: there.length, position, hash, previousHash });
    there.push(stored);
    this.all.push(stored);
    this.ids.set(id, stored);
  }

  read(
    stream: string,
    { from, backwards = false, ...options }: ReadOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    return pages((last, size) => {
      this.check();
      const there = this.streams.get(stream) ?? [];
      if (!backwards) return slice(there, last ? last.revision + 1 : (from ?? 0), size);
      return sliceBackwards(there, last ? last.revision - 1 : (from ?? there.length - 1), size);
    }, options);
  }

  readAll({ after, backwards = false, ...options }: ReadAllOptions = {}): AsyncIterable<readonly StoredEvent[]> {
    return pages((last, size) => this.page(last?.position ?? after, size, backwards), options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<readonly StoredEvent[]> {
    return follow((after, size) => this.page(after, size, false), this.wakeups, options);
  }

  countBetween(after: Position | undefined, upTo: Position): number {
    return Number(upTo) - Number(after ?? 0);
  }

  async head(): Promise<Position | undefined> {
    this.check();
    return Promise.resolve(this.all.at(-1)?.position);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakeups.ring();
    return Promise.resolve();
  }

  private page(after: Position | undefined, size: number, backwards: boolean): readonly StoredEvent[] {
    this.check();
    if (!backwards) return slice(this.all, Number(after ?? 0), size);
    return sliceBackwards(this.all, after === undefined ? this.all.length - 1 : Number(after) - 2, size);
  }

  private check(): void {
    if (this.closed) throw unavailable('The event store is closed.', 'Open it again.');
  }
}

const slice = (events: readonly StoredEvent[], from: number, size: number) => events.slice(from, from + size);

const sliceBackwards = (events: readonly StoredEvent[], from: number, size: number) => {
  const last = Math.min(from, events.length - 1);
  return last < 0 ? [] : events.slice(Math.max(0, last - size + 1), last + 1).reverse();
};
