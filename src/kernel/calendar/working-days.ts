// Working days in England and Wales. Only rules that say "working days" may use these (CAL-09).
import { bankHolidays } from './bank-holidays.js';
import { yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays, dayOfWeek } from './days.js';

/** Monday to Friday and not a bank holiday in England and Wales (CAL-09). */
export function isWorkingDay(date: CivilDate): boolean {
  return dayOfWeek(date) <= 5 && !bankHolidays(yearOf(date)).has(date);
}

/** The date itself when it is a working day, otherwise the next one. */
export function nextWorkingDayOnOrAfter(date: CivilDate): CivilDate {
  return step(date, 1);
}

/** The date itself when it is a working day, otherwise the one before it. */
export function previousWorkingDayOnOrBefore(date: CivilDate): CivilDate {
  return step(date, -1);
}

/**
 * The `days`-th working day after the date, which is not counted; before it when negative; the date itself for 0.
 * Throws RangeError unless it is a whole number.
 */
export function addWorkingDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days)) throw new RangeError('Working days are counted in whole days (CAL-10).');
  const direction = days < 0 ? -1 : 1;
  let found = date;
  for (let left = Math.abs(days); left > 0; left--) found = step(addDays(found, direction), direction);
  return found;
}

/**
 * "N working days beginning with D" (CAL-10): the last of them. D is the first when it is a working day.
 * Throws RangeError for fewer than one.
 */
export function lastWorkingDayBeginningWith(date: CivilDate, days: number): CivilDate {
  if (!(days >= 1)) throw new RangeError('A period of working days has at least one (CAL-10).');
  return addWorkingDays(nextWorkingDayOnOrAfter(date), days - 1);
}

function step(date: CivilDate, direction: 1 | -1): CivilDate {
  let found = date;
  while (!isWorkingDay(found)) found = addDays(found, direction);
  return found;
}
