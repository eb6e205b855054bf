// How far behind the head a projection is: in events, and in the age of the first event that it does not show.
import type { EventStore, Position } from '../../store/port.js';

export interface Lag {
  readonly events: number;
  /** False: there are more than were counted. */
  readonly counted: boolean;
  /** Since the first event that is not shown was recorded; 0 when all are. */
  readonly seconds: number;
}

const noLag: Lag = { events: 0, counted: true, seconds: 0 };

/** `now` is an instant in ISO form. */
export async function lagOf(
  store: Pick<EventStore, 'readAll'>,
  position: Position,
  now: string,
  countAtMost = 100_000,
): Promise<Lag> {
  let events = 0;
  let recordedAt: string | undefined;
  const after = position === '' ? undefined : position;
  for await (const page of store.readAll({ after, limit: countAtMost, hashes: 'not needed', keys: 'not needed' })) {
    recordedAt ??= page[0] && (JSON.parse(page[0].metadata) as { recordedAt?: string }).recordedAt;
    events += page.length;
  }
  const waited = recordedAt === undefined ? 0 : Math.round((Date.parse(now) - Date.parse(recordedAt)) / 1000);
  return { events, counted: events < countAtMost, seconds: Math.max(0, waited) };
}

/** A lag of so many events, or more, is told as this number where a probe asks every few seconds. */
const probeAtMost = 1000;

/** For probes: each place once, and little work for each, however far behind it is. */
export async function lagsOf(
  store: Pick<EventStore, 'readAll' | 'countBetween'>,
  head: Position | undefined,
  places: Iterable<Position>,
  now: string,
): Promise<Map<Position, Lag>> {
  const lags = new Map<Position, Lag>();
  for (const position of new Set(places)) {
    if (head === undefined || position >= head) {
      lags.set(position, noLag);
      continue;
    }
    const events = store.countBetween?.(position === '' ? undefined : position, head);
    // Where positions tell the number, only the age of the first is read; elsewhere events are counted, up to a number.
    if (events === undefined) lags.set(position, await lagOf(store, position, now, probeAtMost));
    else lags.set(position, { ...(await lagOf(store, position, now, 1)), events, counted: true });
  }
  return lags;
}

/** The one that is furthest behind. */
export const worstOf = (lags: Iterable<Lag>): Lag =>
  [...lags].reduce(
    (worst, lag) => ({
      events: Math.max(worst.events, lag.events),
      counted: worst.counted && lag.counted,
      seconds: Math.max(worst.seconds, lag.seconds),
    }),
    noLag,
  );

export const lagText = ({ events, counted, seconds }: Lag): string =>
  `${counted ? '' : 'more than '}${events} events and ${seconds} s behind`;
