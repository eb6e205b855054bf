// How the SEND Tribunal's time limits move when they end on a day it does not count.
import { dateOf, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { nextWorkingDayOnOrAfter } from './working-days.js';

/** An act due on a non-working day is in time on the next working day, until 5 pm (EHC-71). */
export function rollForwardNonWorking(date: CivilDate): CivilDate {
  return nextWorkingDayOnOrAfter(date);
}

/**
 * The last day for starting proceedings when the limit as counted is `date` (EHC-72): from 25 December to 1 January, or in
 * August, the first working day after 1 January or 31 August; any other day as EHC-71. The test is on the day as counted, so
 * a limit on Saturday 31 July moves to Monday 2 August and no further.
 */
export function startingProceedingsLimit(date: CivilDate): CivilDate {
  const year = yearOf(date);
  const monthAndDay = date.slice(5);
  if (monthOf(date) === 8) return nextWorkingDayOnOrAfter(dateOf(year, 9, 1));
  if (monthAndDay >= '12-25') return nextWorkingDayOnOrAfter(dateOf(year + 1, 1, 2));
  if (monthAndDay === '01-01') return nextWorkingDayOnOrAfter(dateOf(year, 1, 2));
  return rollForwardNonWorking(date);
}
