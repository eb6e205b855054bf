// The date forms of loaded files.
import { parseTypedDate } from './parse-typed-date.js';

describe('a date in a loaded file', () => {
  it.each([
    ['2025-11-10', '2025-11-10'],
    ['10/11/2025', '2025-11-10'],
    ['3/4/2025', '2025-04-03'],
    ['03/4/2025', '2025-04-03'],
    ['29/02/2024', '2024-02-29'],
    ['2025-Nov-10 00:00:00', '2025-11-10'],
    ['2025-nov-10 14:30:00', '2025-11-10'],
    ['2025-11-10T00:00:00', '2025-11-10'],
    ['2025-11-10T23:59:59', '2025-11-10'],
    ['  2025-11-10 ', '2025-11-10'],
  ])('%j is read as %s', (typed, date) => {
    expect(parseTypedDate(typed)).toEqual({ date });
  });

  it.each([
    ['', /blank/],
    ['   ', /blank/],
    ['10/11/25', /century/],
    ['10-Nov-25', /century/],
    ['25-11-10', /century|order/],
    ['10-11-2025', /separators/],
    ['10.11.2025', /separators/],
    ['2025/11/10', /separators/],
    ['2025-1-1', /order|separators/],
    ['45971', /spreadsheet/],
    ['10112025', /more than one way/],
    ['101125', /more than one way/],
    ['2025-11-10T00:00:00Z', /time zone/],
    ['2025-11-10T00:00:00+01:00', /time zone/],
    ['10/11/2025 00:00:00', /time of day/],
    ['2025-11-10 00:00:00', /time of day/],
    ['2025-11-10T24:00:00', /time of day/],
    ['2025-11-10T09:60:00', /time of day/],
    ['2025-Foo-10 00:00:00', /time of day/],
    ['04/13/2025', /day comes before the month/],
    ['31/02/2025', /no such day/],
    ['29/02/2025', /no such day/],
    ['2025-Feb-30 00:00:00', /no such day/],
    ['00/01/2025', /no such day/],
    ['01/01/0202', /1900 to 2100/],
    ['9999-12-31', /1900 to 2100/],
    ['n/k', /cannot be read/],
    ['10 November 2025', /cannot be read/],
  ])('%j is a problem that says why', (typed, why) => {
    const { date, problem } = parseTypedDate(typed);
    expect(date).toBeUndefined();
    expect(problem).toMatch(why);
    if (/\d{5}/.test(typed.replace(/\D/g, ''))) expect(problem).not.toContain(typed);
  });
});
