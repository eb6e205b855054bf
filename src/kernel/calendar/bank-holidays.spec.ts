// Bank holidays against the published lists and against a second source.
import Holidays from 'date-holidays';
import { bankHolidays, bankHolidaysVersion, easterSunday } from './bank-holidays.js';
import { civilDate } from './civil-date.js';
import { dayOfWeek } from './days.js';

const listed = (year: number) => [...bankHolidays(year).keys()].map((date) => date.slice(5)).join(' ');

describe('bank holidays in England and Wales', () => {
  it.each([
    [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('CAL-09: %d has its published list', (year, list) => {
    expect(listed(year)).toBe(list);
  });

  it('CAL-09: 2011 and 2012 have the royal wedding and the jubilee', () => {
    expect(listed(2011)).toBe('01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27');
    expect(listed(2012)).toBe('01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26');
  });

  it.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030])(
    'CAL-09: %d agrees with date-holidays on every weekday',
    (year) => {
      const theirs = new Holidays('GB', 'ENG', { types: ['public'] })
        .getHolidays(year)
        .map((holiday) => civilDate(holiday.date.slice(0, 10)))
        .filter((date) => dayOfWeek(date) <= 5);
      expect([...bankHolidays(year).keys()]).toEqual([...new Set(theirs)].sort());
    },
  );

  it('CAL-09: Easter agrees with a second reckoning from 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year++) expect(easterSunday(year)).toBe(easterByMoonTable(year));
  });

  it('CAL-09: a day has its name, a substitute says so, and the data has a version', () => {
    expect(bankHolidays(2022).get(civilDate('2022-12-27'))).toBe('Christmas Day (substitute day)');
    expect(bankHolidays(2022).get(civilDate('2022-12-26'))).toBe('Boxing Day');
    expect(bankHolidays(2020).get(civilDate('2020-05-08'))).toMatch(/moved for VE day/);
    expect(bankHolidaysVersion).toMatch(/^england-and-wales-\d{4}\.\d+$/);
  });
});

// The Prayer Book's way: the Sunday after the full moon that falls on or after 21 March, with the moons of 1900 to 2199.
function easterByMoonTable(year: number): string {
  const fromMarch = [45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27];
  const fullMoon = new Date(Date.UTC(year, 2, fromMarch[year % 19]));
  return new Date(fullMoon.getTime() + (7 - fullMoon.getUTCDay()) * 86_400_000).toISOString().slice(0, 10);
}
