// Which civil date an instant falls on in London.
import { DateTime } from 'luxon';
import { InvalidDate, isCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

const UTC_INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const NAMES_ITS_ZONE = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

// Luxon knows the zone's rules but takes microseconds. London has been whole hours from UTC since 1847 and changes its clocks
// on the hour, so every instant of one UTC hour has one London date and luxon is asked once an hour of history.
const dateByHour = new Map<string, CivilDate>();
const HOURS_KEPT = 200_000;

/**
 * The date in Europe/London at an ISO instant such as `2026-07-06T23:15:00Z` (CAL-01).
 * Throws InvalidDate when it is not a real instant or names no zone: without one the day would be a guess.
 */
export function londonDate(instantIso: string): CivilDate {
  if (!UTC_INSTANT.test(instantIso)) return convert(instantIso);
  const hour = instantIso.slice(0, 13);
  const known = dateByHour.get(hour);
  if (known !== undefined) return known;
  const date = convert(instantIso);
  if (dateByHour.size >= HOURS_KEPT) dateByHour.clear();
  dateByHour.set(hour, date);
  return date;
}

function convert(instantIso: string): CivilDate {
  const local = NAMES_ITS_ZONE.test(instantIso) ? DateTime.fromISO(instantIso, { zone: 'Europe/London' }) : undefined;
  const date = local?.toISODate();
  if (isCivilDate(date)) return date;
  throw new InvalidDate('This is not an instant. Write it in UTC, for example 2026-07-06T23:15:00Z (CAL-01).');
}
