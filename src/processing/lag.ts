// How far behind the head a projection is: in events, and in the age of the first event that it does not show.
import type { EventStore, Position } from '../event-store/port.js';

export interface Lag {
  readonly events: number;
  /** False: there are more than were counted. */
  readonly counted: boolean;
  /** Since the first event that is not shown was recorded; 0 when all are. */
  readonly seconds: number;
}

const countAtMost = 100_000;

/** `now` is an instant in ISO form. */
export async function lagOf(store: Pick<EventStore, 'readAll'>, position: Position, now: string): Promise<Lag> {
  let events = 0;
  let recordedAt: string | undefined;
  const after = position === '' ? undefined : position;
  for await (const page of store.readAll({ after, limit: countAtMost, hashes: 'not needed' })) {
    recordedAt ??= page[0] && (JSON.parse(page[0].metadata) as { recordedAt?: string }).recordedAt;
    events += page.length;
  }
  const waited = recordedAt === undefined ? 0 : Math.round((Date.parse(now) - Date.parse(recordedAt)) / 1000);
  return { events, counted: events < countAtMost, seconds: Math.max(0, waited) };
}

export const lagText = ({ events, counted, seconds }: Lag): string =>
  `${counted ? '' : 'more than '}${events} events and ${seconds} s behind`;
