// What a correction is about. A correction that is known was always true: it holds from the day of the fact that it corrects (REC-24).
import { isCivilDate } from '../../kernel/calendar/civil-date.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';

export interface Correction {
  /** Id of the event that it corrects or takes back. */
  readonly of: string;
  /** The day on which that fact really happened; absent when the correction leaves its day alone. */
  readonly to?: CivilDate;
}

/** By the id of the correcting event. */
export type Corrections = ReadonlyMap<string, Correction>;

/** What a correction calls the day on which the fact happened; it may also correct a day that the fact only speaks of. */
const ownDate: ReadonlySet<unknown> = new Set(['occurredOn', 'on', undefined]);

/** Corrections that name the fact in their own words: `correctsEventId`, or `eventId` in the withdrawals of EHC plans. */
export function namedCorrections(events: readonly Envelope[]): Map<string, Correction> {
  const found = new Map<string, Correction>();
  for (const { id, data } of events) {
    const of = data['correctsEventId'] ?? data['eventId'];
    if (typeof of !== 'string') continue;
    const { field, to } = data;
    const moves = ownDate.has(field) && typeof to === 'string' && isCivilDate(to);
    found.set(id, moves ? { of, to } : { of });
  }
  return found;
}

/** The day from which each event counts: its own, or as corrected; a correction counts from the day of what it corrects. */
export function effectiveDays(events: readonly Envelope[], corrections: Corrections): ReadonlyMap<string, CivilDate> {
  const moved = new Map<string, CivilDate>();
  for (const { of, to } of corrections.values()) if (to !== undefined) moved.set(of, to);
  const days = new Map<string, CivilDate>();
  for (const { id, occurredOn } of events) {
    const about = corrections.get(id)?.of ?? id;
    days.set(id, moved.get(about) ?? days.get(about) ?? occurredOn);
  }
  return days;
}
