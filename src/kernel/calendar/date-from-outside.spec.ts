// Every date from outside lies between 1900 and 2100: the day before, the day, the last day, the day after.
import { isDateFromOutside } from './date-from-outside.js';

it.each([
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2100-12-31', true],
  ['2101-01-01', false],
  ['0001-01-01', false],
  ['9999-12-31', false],
  ['2026-02-29', false],
  ['20260-01-01', false],
])('%s from outside: %s', (text, may) => expect(isDateFromOutside(text)).toBe(may));

it('nothing but a text is a date', () => {
  for (const value of [undefined, null, 20260101, ['2026-01-01'], new Date('2026-01-01')])
    expect(isDateFromOutside(value)).toBe(false);
});
