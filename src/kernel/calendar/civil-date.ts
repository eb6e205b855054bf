// Civil dates: making, checking, comparing and showing them.
import { dayOf, daysInMonth, InvalidDate, monthOf, yearOf } from './day-number.js';
import type { CivilDate } from './day-number.js';

export { InvalidDate } from './day-number.js';
export type { CivilDate } from './day-number.js';

const SHAPE = /^\d{4}-\d\d-\d\d$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether a value is a real date written `YYYY-MM-DD`, years 0001 to 9999. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !SHAPE.test(value) || yearOf(value) === 0) return false;
  const day = dayOf(value);
  return day >= 1 && day <= daysInMonth(yearOf(value), monthOf(value));
}

/** The text as a date. Throws InvalidDate when it is not a real date written `YYYY-MM-DD`. */
export function civilDate(text: string): CivilDate {
  if (isCivilDate(text)) return text;
  throw new InvalidDate('This is not a date in the calendar. Write year, month and day, for example 2026-03-14.');
}

/** Negative, zero or positive as `a` is before, on or after `b`. For sorting. */
export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of the dates given. */
export function earliest(first: CivilDate, ...rest: readonly CivilDate[]): CivilDate {
  return rest.reduce((found, date) => (date < found ? date : found), first);
}

/** The last of the dates given. */
export function latest(first: CivilDate, ...rest: readonly CivilDate[]): CivilDate {
  return rest.reduce((found, date) => (date > found ? date : found), first);
}

/** For people: `10 Nov 2025`. */
export function formatDate(date: CivilDate): string {
  return `${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
}
