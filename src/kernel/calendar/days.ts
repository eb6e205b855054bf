// Plain counting of days and weeks; no rule is applied here (periods.ts names the rules).
import { fromDayNumber, toDayNumber } from './day-number.js';
import type { CivilDate } from './day-number.js';

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: CivilDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whole days from `a` to `b`: 1 from a day to the next, negative when `b` is before `a`. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** The date `days` later, earlier when negative. Throws InvalidDate unless it is a whole number within years 1 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The date `weeks` times seven days later, earlier when negative. Throws as `addDays` does. */
export function addWeeks(date: CivilDate, weeks: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + 7 * wholeWeeks(weeks));
}

// A fraction such as 1/7 of a week would come out as a whole day and pass unseen.
const wholeWeeks = (weeks: number): number => (Number.isInteger(weeks) ? weeks : NaN);
