// Counting days and weeks.
import { civilDate as d, InvalidDate } from './civil-date.js';
import { addDays, addWeeks, dayOfWeek, daysBetween } from './days.js';

describe('counting days', () => {
  it('goes over month ends, leap days and year ends', () => {
    expect(addDays(d('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(d('2025-02-28'), 1)).toBe('2025-03-01');
    expect(addDays(d('2026-01-01'), -1)).toBe('2025-12-31');
    expect(addWeeks(d('2025-12-29'), 1)).toBe('2026-01-05');
  });

  it('CAL-02: six and twenty weeks are 42 and 140 days, and weeks before a day go back', () => {
    expect(addWeeks(d('2026-01-05'), 6)).toBe('2026-02-16');
    expect(addWeeks(d('2026-01-05'), 20)).toBe('2026-05-25');
    expect(addWeeks(d('2026-01-05'), -2)).toBe('2025-12-22');
    expect(addWeeks(d('2026-01-05'), 0)).toBe('2026-01-05');
  });

  it('goes over the nights the clocks change', () => {
    expect(addDays(d('2026-03-29'), 1)).toBe('2026-03-30');
    expect(addDays(d('2026-10-25'), 1)).toBe('2026-10-26');
    expect(daysBetween(d('2026-03-28'), d('2026-03-30'))).toBe(2);
  });

  it('counts between two dates in both directions', () => {
    expect(daysBetween(d('2025-12-01'), d('2025-12-15'))).toBe(14);
    expect(daysBetween(d('2025-12-15'), d('2025-12-01'))).toBe(-14);
  });

  it('numbers the days of the week from Monday', () => {
    expect(['2026-06-22', '2026-06-26', '2026-06-28'].map((text) => dayOfWeek(d(text)))).toEqual([1, 5, 7]);
    expect(dayOfWeek(d('1969-12-31'))).toBe(3);
  });

  it('refuses parts of a day and results outside the calendar', () => {
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow(InvalidDate);
    expect(() => addWeeks(d('2026-01-01'), 1 / 7)).toThrow(InvalidDate);
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(InvalidDate);
  });
});
