// How the SEND Tribunal's time limits move when they end on a day it does not count.
import { dateOf, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays } from './days.js';
import { isWorkingDay, nextWorkingDayOnOrAfter } from './working-days.js';

/** An act due on a non-working day is in time on the next working day, until 5 pm (EHC-71). */
export function rollForwardNonWorking(date: CivilDate): CivilDate {
  return nextWorkingDayOnOrAfter(date);
}

/**
 * The last day for starting proceedings when the limit as counted is `date` (EHC-72): from 25 December to 1 January, or in
 * August, the first working day after 1 January or 31 August; any other day as EHC-71. Both rules ask on which day the time
 * ends as counted, and the one does not move it for the other: Saturday 31 July is in time on Monday 2 August and no later (ADR 12).
 */
export function startingProceedingsLimit(date: CivilDate): CivilDate {
  const year = yearOf(date);
  const monthAndDay = date.slice(5);
  if (monthOf(date) === 8) return nextWorkingDayOnOrAfter(dateOf(year, 9, 1));
  if (monthAndDay >= '12-25') return nextWorkingDayOnOrAfter(dateOf(year + 1, 1, 2));
  if (monthAndDay === '01-01') return nextWorkingDayOnOrAfter(dateOf(year, 1, 2));
  return rollForwardNonWorking(date);
}

/** From 25 December to 1 January and in August no day counts towards the time for an act other than starting proceedings (EHC-73). */
function isClosedToCounting(date: CivilDate): boolean {
  const monthAndDay = date.slice(5);
  return monthOf(date) === 8 || monthAndDay >= '12-25' || monthAndDay === '01-01';
}

/**
 * "Within N working days of" a day, for any act before the Tribunal other than starting proceedings (EHC-73): the day itself is
 * not counted, nor is any day from 25 December to 1 January or in August. Throws RangeError unless it is a whole number, at least one.
 */
export function addTribunalWorkingDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days) || days < 1)
    throw new RangeError('An act is given a whole number of working days (EHC-73).');
  let found = date;
  for (let left = days; left > 0;) {
    found = addDays(found, 1);
    if (isWorkingDay(found) && !isClosedToCounting(found)) left--;
  }
  return found;
}
