// A date typed as day, month and year: what it is, or what is wrong with it in words for people.
import { isCivilDate, isDateFromOutside, type CivilDate } from '../../../kernel/calendar/index.js';
import type { DatePart, Reading } from './question.js';

const monthNames = [
  ['jan', 'January', 31],
  ['feb', 'February', 28],
  ['mar', 'March', 31],
  ['apr', 'April', 30],
  ['may', 'May', 31],
  ['jun', 'June', 30],
  ['jul', 'July', 31],
  ['aug', 'August', 31],
  ['sep', 'September', 30],
  ['oct', 'October', 31],
  ['nov', 'November', 30],
  ['dec', 'December', 31],
] as const;

export interface TypedParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `11`, `Nov` and `November` are the same month; 0 is none. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : 0;
  return text.length < 3
    ? 0
    : monthNames.findIndex(([, name]) => name.toLowerCase().startsWith(text.toLowerCase())) + 1;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `what` is the date's own name, like "The day of the meeting". Undefined when nothing was typed at all. */
export function readDate({ day, month, year }: TypedParts, what: string): Reading<CivilDate | undefined> {
  const typed: Readonly<Record<DatePart, string>> = { day, month, year };
  const missing = (Object.keys(typed) as DatePart[]).filter((part) => typed[part] === '');
  if (missing.length === 3) return { value: undefined };
  if (missing.length > 0) return { problem: `${what} must include a ${missing.join(' and a ')}`, parts: missing };
  if (!/^\d{4}$/.test(year)) return { problem: `${what} must have a year of 4 numbers, like 2026`, parts: ['year'] };
  const number = monthOf(month);
  if (number === 0) return { problem: `${what} must have a month from 1 to 12`, parts: ['month'] };
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1)
    return { problem: `${what} must have a day from 1 to 31`, parts: ['day'] };
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCivilDate(date)) {
    const [, name = '', usual = 31] = monthNames[number - 1] ?? [];
    const last = number === 2 && isLeap(Number(year)) ? 29 : usual;
    return { problem: `${what} must be a real date: ${name} ${year} has ${last} days`, parts: ['day'] };
  }
  if (!isDateFromOutside(date)) return { problem: `${what} must have a year from 1900 to 2100`, parts: ['year'] };
  return { value: date };
}
