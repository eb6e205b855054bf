// School years, year groups and the end of compulsory school age.
import { birthday } from './ages.js';
import { dateOf, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays, dayOfWeek } from './days.js';

/** The academic year of a date for cohort purposes, both days included: 1 September to 31 August (CAL-16). */
export function academicYearOf(date: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const year = startYearOf(date);
  return { from: dateOf(year, 9, 1), to: dateOf(year + 1, 8, 31) };
}

/**
 * The national-curriculum year of the normal cohort on a date: the age on 31 August before the school year, less 4 (CAL-14).
 * Reception is 0, earlier is negative. A recorded year group wins over this one.
 */
export function ncYearOn(dob: CivilDate, date: CivilDate): number {
  return startYearOf(date) - bornInYearTo31August(dob) - 4;
}

/** 1 September on which the normal cohort starts a national-curriculum year (CAL-14). */
export function startOfNcYear(dob: CivilDate, ncYear: number): CivilDate {
  return dateOf(bornInYearTo31August(dob) + ncYear + 4, 9, 1);
}

/** The last day of compulsory school age: the last Friday in June of the academic year of the sixteenth birthday (CAL-15). */
export function compulsorySchoolAgeEnds(dob: CivilDate): CivilDate {
  const endOfJune = dateOf(startYearOf(birthday(dob, 16)) + 1, 6, 30);
  return addDays(endOfJune, -((dayOfWeek(endOfJune) + 2) % 7));
}

/** The first day as a "young person", when EHC rights have passed from the parent: the day after compulsory school age ends (CAL-15). */
export function becomesYoungPersonOn(dob: CivilDate): CivilDate {
  return addDays(compulsorySchoolAgeEnds(dob), 1);
}

const startYearOf = (date: CivilDate): number => yearOf(date) - (monthOf(date) >= 9 ? 0 : 1);
const bornInYearTo31August = (dob: CivilDate): number => startYearOf(dob) + 1;
