// Months added to dates, and periods of months.
import { dateOf, dayOf, daysInMonth, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays } from './days.js';

/**
 * The same day number `months` later (earlier when negative), or the last day of a month that has no such day: CAL-04, and CAL-08
 * for "at least N months before". Throws InvalidDate unless it is a whole number within years 1 to 9999.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/**
 * The last day of the period of `months` starting with `date`, which is its first day (CAL-05): the day before the corresponding
 * date, or the last day of a month that has no corresponding date (29 Feb 2024 + 12 months ends on 28 Feb 2025).
 * Throws RangeError for fewer than one month.
 */
export function lastDayOfMonthsStartingWith(date: CivilDate, months: number): CivilDate {
  if (!(months >= 1)) throw new RangeError('A period of months has a whole number of months, at least one (CAL-05).');
  const corresponding = addMonths(date, months);
  return dayOf(corresponding) === dayOf(date) ? addDays(corresponding, -1) : corresponding;
}
