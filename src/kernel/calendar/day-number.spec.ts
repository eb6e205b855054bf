// The integer arithmetic, at its edges; calendar.property.spec.ts holds it against a second implementation.
import { dateOf, daysInMonth, fromDayNumber, InvalidDate, toDayNumber } from './day-number.js';
import { civilDate } from './civil-date.js';

describe('day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('put %s at %d', (text, days) => {
    expect(toDayNumber(civilDate(text))).toBe(days);
    expect(fromDayNumber(days)).toBe(text);
  });

  it('give the same text object again, inside and outside the remembered years', () => {
    expect(fromDayNumber(20_000)).toBe(fromDayNumber(20_000));
    expect([fromDayNumber(-25_568), fromDayNumber(-25_567)]).toEqual(['1899-12-31', '1900-01-01']);
    expect([fromDayNumber(84_005), fromDayNumber(84_006)]).toEqual(['2199-12-31', '2200-01-01']);
  });

  it.each([0.5, NaN, Infinity, -719_163, 2_932_897])('refuse %d', (days) => {
    expect(() => fromDayNumber(days)).toThrow(InvalidDate);
  });

  it('know the length of February by the Gregorian rule', () => {
    expect([1900, 2000, 2024, 2025, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28]);
  });

  it('are made from year, month and day', () => {
    expect(dateOf(2026, 3, 4)).toBe('2026-03-04');
  });
});
