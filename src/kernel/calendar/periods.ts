// The time limits the rules state in days and weeks, each under the words it is stated in.
import type { CivilDate } from './day-number.js';
import { addDays, addWeeks } from './days.js';

/** "Within N weeks of X" (CAL-02): the last compliant day. X is not counted; nothing rolls over weekends or holidays. */
export function withinWeeksOf(date: CivilDate, weeks: number): CivilDate {
  return addWeeks(date, weeks);
}

/** "N days beginning with D" (CAL-03): the last day of the period. D is day 1. Throws RangeError for fewer than one day. */
export function lastDayBeginningWith(date: CivilDate, days: number): CivilDate {
  return addDays(date, atLeastOne(days) - 1);
}

/** "N days beginning with D" (CAL-03): the first day on which the period has fully run. Throws RangeError as above. */
export function fullyRunOn(date: CivilDate, days: number): CivilDate {
  return addDays(date, atLeastOne(days));
}

/** "At least two weeks' notice" (CAL-06): the latest compliant day, 14 days before; strict ("clear weeks") 15 days before. */
export function noticeDeadline(meeting: CivilDate, { strict = false }: { strict?: boolean } = {}): CivilDate {
  return addDays(meeting, strict ? -15 : -14);
}

/** "Before X" taken literally (CAL-07): the last compliant day. */
export function dayBefore(date: CivilDate): CivilDate {
  return addDays(date, -1);
}

function atLeastOne(days: number): number {
  if (days >= 1) return days;
  throw new RangeError('A period of days has a whole number of days, at least one (CAL-03).');
}
