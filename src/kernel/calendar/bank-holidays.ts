// Bank holidays of England and Wales: the yearly rule and the one-off changes, both read from versioned data.
import data from './bank-holidays.json' with { type: 'json' };
import { civilDate } from './civil-date.js';
import { dateOf, daysInMonth } from './day-number.js';
import type { CivilDate } from './day-number.js';
import { addDays, dayOfWeek } from './days.js';

interface YearlyRule {
  readonly name: string;
  readonly day?: string;
  readonly fromEaster?: number;
  readonly firstMondayOf?: number;
  readonly lastMondayOf?: number;
}
interface OneOff {
  readonly name: string;
  readonly added: string;
  readonly insteadOf?: string;
}

/** The version of the data, to be kept with a deadline that was reckoned with it. */
export const bankHolidaysVersion: string = data.version;

const everyYear: readonly YearlyRule[] = data.everyYear;
const oneOffs: readonly OneOff[] = data.oneOffs;
const byYear = new Map<number, ReadonlyMap<CivilDate, string>>();

/**
 * The bank holidays of a year, name by date, in order. A fixed day that falls on a weekend is given as its substitute only, as
 * the official list does. One-off days are complete from 2003; a year to come may yet have some proclaimed.
 */
export function bankHolidays(year: number): ReadonlyMap<CivilDate, string> {
  const known = byYear.get(year);
  if (known) return known;
  const found = reckon(year);
  byYear.set(year, found);
  return found;
}

function reckon(year: number): ReadonlyMap<CivilDate, string> {
  const days = everyYear.map((rule) => ({
    name: rule.name,
    date: dateFor(rule, year),
  }));
  const isWeekend = (date: CivilDate) => dayOfWeek(date) > 5;
  const found = new Map(days.filter(({ date }) => !isWeekend(date)).map(({ name, date }) => [date, name]));
  for (const { name, date } of days.filter((day) => isWeekend(day.date))) {
    let substitute = date;
    while (isWeekend(substitute) || found.has(substitute)) substitute = addDays(substitute, 1);
    found.set(substitute, `${name} (substitute day)`);
  }
  for (const { name, added, insteadOf } of oneOffs.filter((change) => change.added.startsWith(`${year}-`))) {
    if (insteadOf) found.delete(civilDate(insteadOf));
    found.set(civilDate(added), name);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function dateFor(rule: YearlyRule, year: number): CivilDate {
  if (rule.fromEaster !== undefined) return addDays(easterSunday(year), rule.fromEaster);
  if (rule.firstMondayOf) return mondayOnOrBefore(dateOf(year, rule.firstMondayOf, 7));
  if (rule.lastMondayOf) return mondayOnOrBefore(dateOf(year, rule.lastMondayOf, daysInMonth(year, rule.lastMondayOf)));
  return civilDate(`${String(year).padStart(4, '0')}-${rule.day}`);
}

const mondayOnOrBefore = (date: CivilDate): CivilDate => addDays(date, 1 - dayOfWeek(date));

/** Easter Sunday of the Western churches (the anonymous Gregorian reckoning of 1876). */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const corrections = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + corrections + 15) % 30;
  const moon = epact - Math.floor((golden + 11 * epact) / 319);
  const yearInCentury = year % 100;
  const sunday = (2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - (yearInCentury % 4) - moon + 32) % 7;
  const month = Math.floor((moon + sunday + 90) / 25);
  return dateOf(year, month, (moon + sunday + month + 19) % 32);
}
