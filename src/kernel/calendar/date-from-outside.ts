// Which dates may come in from outside: by a request, a form, a file or the command line.
import { invalid } from '../errors.js';
import { isCivilDate } from './civil-date.js';
import type { CivilDate } from './day-number.js';

/** Nobody who is followed, and nothing that is arranged for them, lies outside of these. Arithmetic then never leaves the calendar. */
export const firstDayFromOutside = '1900-01-01' as CivilDate;
export const lastDayFromOutside = '2100-12-31' as CivilDate;

/** Whether it is a real date written `YYYY-MM-DD`, and one that anybody can mean. */
export const isDateFromOutside = (value: unknown): value is CivilDate =>
  isCivilDate(value) && value >= firstDayFromOutside && value <= lastDayFromOutside;

/** What is wrong with it, in the words of every refusal; it never repeats what was sent. Undefined when nothing is. */
export function dateProblem(value: unknown): string | undefined {
  if (isDateFromOutside(value)) return undefined;
  return isCivilDate(value)
    ? `must lie from ${firstDayFromOutside} to ${lastDayFromOutside}`
    : 'must be a real date written YYYY-MM-DD';
}

/** The date. Error: `invalid-input` for the field. */
export function dateFromOutside(field: string, value: unknown): CivilDate {
  if (isDateFromOutside(value)) return value;
  throw invalid(field, dateProblem(value) ?? '');
}
