// Where in which history lists stand: enough to tell whether another store holds that same history up to there.
import type { EventStore, Position, StoredEvent } from '../../../store/port.js';

export interface EventMark {
  readonly stream: string;
  readonly revision: number;
  /** Chained over everything before it in its stream. */
  readonly hash: string;
}

export interface HistoryMark {
  readonly position: string;
  readonly first: EventMark;
  /** The event at the position, the last that the lists show. */
  readonly last: EventMark;
}

type Reading = Pick<EventStore, 'readAll' | 'read'>;

/** Undefined when no event stands at the position. */
export async function markAt(store: Reading, position: Position): Promise<HistoryMark | undefined> {
  const first = await oneOf(store.readAll({ limit: 1 }));
  const next = await oneOf(store.readAll({ after: position, limit: 1 }));
  const last = await oneOf(store.readAll({ after: next?.position, backwards: true, limit: 1 }));
  if (!first || last?.position !== position) return undefined;
  return { position, first: marked(first), last: marked(last) };
}

export type Compared = 'the same' | 'another history' | 'shorter';

/** Whether a store holds the history that was marked, at least up to the mark. */
export async function compareWith(store: Reading, mark: HistoryMark): Promise<Compared> {
  const first = await oneOf(store.readAll({ limit: 1 }));
  if (!first) return 'shorter';
  if (!isSame(first, mark.first)) return 'another history';
  const last = await oneOf(store.read(mark.last.stream, { from: mark.last.revision, limit: 1 }));
  if (last) return isSame(last, mark.last) && last.position === mark.position ? 'the same' : 'another history';
  const head = await oneOf(store.readAll({ backwards: true, limit: 1 }));
  return head && head.position < mark.position ? 'shorter' : 'another history';
}

const marked = ({ stream, revision, hash }: StoredEvent): EventMark => ({ stream, revision, hash });

const isSame = (event: StoredEvent, mark: EventMark): boolean =>
  event.stream === mark.stream && event.revision === mark.revision && event.hash === mark.hash;

async function oneOf(pages: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent | undefined> {
  for await (const [event] of pages) return event;
  return undefined;
}
