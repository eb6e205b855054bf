// Reads the dates found in loaded files: four written forms, and a helpful sentence for everything else.
import { isCivilDate } from './civil-date.js';
import { isDateFromOutside } from './date-from-outside.js';
import type { CivilDate } from './civil-date.js';

/** Either the date, or what is wrong in a sentence for people (it never repeats what was typed). */
export type TypedDate = { date: CivilDate; problem?: undefined } | { problem: string; date?: undefined };

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const ISO = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)(?:T${TIME})?$`);
const BLADE = new RegExp(`^(\\d{4})-([A-Za-z]{3})-(\\d\\d) ${TIME}$`);
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ACCEPTED = 'Write it as 2026-03-14 or 14/03/2026.';

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'The date is blank.'],
  [/^\d{1,2}[/. -]\w{1,3}[/. -]\d{2}$/, `The year has two digits, so the century is a guess. ${ACCEPTED}`],
  [/^\d{1,4}[/. -]\d{1,2}[/. -]\d{1,2}$/, `The order or the separators are not ones we read. ${ACCEPTED}`],
  [/^\d{1,2}[. -]\d{1,2}[. -]\d{4}$/, `The separators are not ones we read. ${ACCEPTED}`],
  [/^\d{5}(\.\d+)?$/, `This looks like a spreadsheet's day number, not a date. ${ACCEPTED}`],
  [/^\d{6}$|^\d{8}$/, `A date without separators can be read in more than one way. ${ACCEPTED}`],
  [/T.*(Z|[+-]\d\d:?\d\d)$/i, `This is a moment with a time zone; the day depends on the zone. ${ACCEPTED}`],
  [/\d:\d\d/, `The date has a time of day we cannot read. ${ACCEPTED}`],
];

/**
 * Reads `YYYY-MM-DD`, `DD/MM/YYYY`, `D/M/YYYY`, `YYYY-Mon-DD HH:MM:SS` and `YYYY-MM-DDTHH:MM:SS` (the time is dropped).
 * Day always comes before month in the slashed forms. The year must be 1900 to 2100. Never throws.
 */
export function parseTypedDate(text: string): TypedDate {
  const typed = text.trim();
  const [year, month, day] = partsOf(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    const refusal = REFUSALS.find(([shape]) => shape.test(typed));
    return { problem: refusal?.[1] ?? `This cannot be read as a date. ${ACCEPTED}` };
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCivilDate(date)) {
    return {
      problem: `There is no such day in the calendar; in slashed dates the day comes before the month. ${ACCEPTED}`,
    };
  }
  if (!isDateFromOutside(date)) {
    return { problem: 'The year is not within 1900 to 2100. Check it, and leave the date blank if it is not known.' };
  }
  return { date };
}

function partsOf(typed: string): readonly string[] | undefined {
  const slashed = DAY_FIRST.exec(typed);
  if (slashed) return slashed.slice(1).reverse();
  const iso = ISO.exec(typed);
  if (iso) return iso.slice(1);
  const [, year = '', name = '', day = ''] = BLADE.exec(typed) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month > 0 ? [year, String(month), day] : undefined;
}
