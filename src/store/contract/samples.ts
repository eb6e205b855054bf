// What the contract's tests share: events to append, and ways to collect what is read.
import { newId } from '../../kernel/ids.js';
import type { EventStore, NewEvent, Position, StoredEvent } from '../port.js';

/** What a suite knows of the store that it is run against. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Whether an id may be used once in the whole store (SQLite, memory) or once in a stream (EventStoreDB). */
  readonly idsAreUniqueEverywhere?: boolean;
  /** Bytes that one append may have at most, when there is such a limit. */
  readonly largestAppend?: number;
  /** The same store again, as another process has it. The suite closes it. */
  readonly another?: () => EventStore;
}

export type StoreFactory = () => StoreUnderTest | Promise<StoreUnderTest>;

/** The store of the running test. */
export type Current = () => StoreUnderTest;

export const newStream = (category = 'sample'): string => `${category}-${newId()}`;

export const newEvent = (parts: Partial<NewEvent> = {}): NewEvent => ({
  id: newId(),
  type: 'SampleRecorded',
  schemaVersion: 1,
  data: '{"clear":{"note":"sample"}}',
  metadata: '{"commandId":"c1"}',
  ...parts,
});

export const newEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => newEvent({ data: JSON.stringify({ clear: { index } }) }));

export async function collect(pages: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

/** Follows a subscription until it has seen `count` events; answers them and the sizes of the pages. */
export async function follow(
  store: EventStore,
  count: number,
  after?: Position,
): Promise<{ readonly events: readonly StoredEvent[]; readonly sizes: readonly number[] }> {
  const ended = new AbortController();
  const events: StoredEvent[] = [];
  const sizes: number[] = [];
  for await (const page of store.subscribe({ after, signal: ended.signal })) {
    events.push(...page);
    sizes.push(page.length);
    if (events.length >= count) ended.abort();
  }
  return { events, sizes };
}

/** What was stored, as it was handed in. */
export const asNew = ({ id, type, schemaVersion, data, metadata }: StoredEvent): NewEvent => ({
  id,
  type,
  schemaVersion,
  data,
  metadata,
});
