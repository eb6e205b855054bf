// Birthdays and the dates on which a person reaches an age.
import { dayOf, InvalidDate, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays } from './days.js';
import { addMonths } from './months.js';

/** An age in whole years and the whole months since (0 to 11). */
export interface Age {
  readonly years: number;
  readonly months: number;
}

/** The birthday on which a person turns `years`: the anniversary, and 1 March for 29 February in a common year (CAL-11). */
export function birthday(dob: CivilDate, years: number): CivilDate {
  wholeNumbers(years);
  const anniversary = addMonths(dob, 12 * years);
  return dayOf(anniversary) === dayOf(dob) ? anniversary : addDays(anniversary, 1);
}

/** The day from whose start a person has the age of `years` (CAL-11): the birthday itself. */
export function attainsAge(dob: CivilDate, years: number): CivilDate {
  return birthday(dob, years);
}

/**
 * The day on which a person reaches an age in years and months: whole years by the birthday (CAL-11), otherwise one addition of
 * all the months with clamping (CAL-12), never six months on from a birthday.
 */
export function ageGate(dob: CivilDate, years: number, months: number): CivilDate {
  wholeNumbers(years, months);
  const all = 12 * years + months;
  return all % 12 === 0 ? attainsAge(dob, all / 12) : addMonths(dob, all);
}

// 17.6 years would slip through as a decimal fraction, the reading CAL-13 calls wrong.
function wholeNumbers(...values: readonly number[]): void {
  if (!values.every(Number.isInteger)) throw new RangeError('An age has whole years and whole months (CAL-13).');
}

/** The age on a date, in step with `ageGate`. Throws InvalidDate when the date is before the birth. */
export function ageOn(dob: CivilDate, date: CivilDate): Age {
  if (date < dob) throw new InvalidDate('The date is before the date of birth. Check both (CAL-11).');
  const upTo = 12 * (yearOf(date) - yearOf(dob)) + monthOf(date) - monthOf(dob);
  const months = ageGate(dob, 0, upTo) <= date ? upTo : upTo - 1;
  return { years: Math.floor(months / 12), months: months % 12 };
}
