// Months added to dates, and periods of months.
import { civilDate as d, InvalidDate } from './civil-date.js';
import { addMonths, lastDayOfMonthsStartingWith } from './months.js';

describe('months after a date', () => {
  it('CAL-E9: 2 months after 31 Dec 2025 is 28 Feb 2026', () => {
    expect(addMonths(d('2025-12-31'), 2)).toBe('2026-02-28');
  });

  it('CAL-E13: 5 months before 1 Sep 2026, 31 Jul 2026 and 4 Jan 2027', () => {
    expect(addMonths(d('2026-09-01'), -5)).toBe('2026-04-01');
    expect(addMonths(d('2026-07-31'), -5)).toBe('2026-02-28');
    expect(addMonths(d('2027-01-04'), -5)).toBe('2026-08-04');
  });

  it('CAL-04: the last day of the month stands in for a day it lacks, leap years too', () => {
    expect(addMonths(d('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(d('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(d('2024-02-29'), 48)).toBe('2028-02-29');
    expect(addMonths(d('2025-02-28'), 1)).toBe('2025-03-28');
  });

  it('CAL-04: parts of a month and results outside the calendar are refused', () => {
    expect(() => addMonths(d('2026-01-01'), 0.5)).toThrow(InvalidDate);
    expect(() => addMonths(d('2026-01-01'), NaN)).toThrow(InvalidDate);
    expect(() => addMonths(d('9999-12-01'), 1)).toThrow(InvalidDate);
  });
});

describe('a period of months starting with a date', () => {
  it('CAL-E5: 12 months starting with 15 Mar 2025 end on 14 Mar 2026', () => {
    expect(lastDayOfMonthsStartingWith(d('2025-03-15'), 12)).toBe('2026-03-14');
    expect(addMonths(d('2025-03-15'), 12)).toBe('2026-03-15');
  });

  it('CAL-E6: 12 months starting with 29 Feb 2024 end on 28 Feb 2025', () => {
    expect(lastDayOfMonthsStartingWith(d('2024-02-29'), 12)).toBe('2025-02-28');
  });

  it('CAL-E10: 3 months beginning with 20 Dec 2025 end on 19 Mar 2026', () => {
    expect(lastDayOfMonthsStartingWith(d('2025-12-20'), 3)).toBe('2026-03-19');
  });

  it('CAL-05: the period from 28 Feb or 1 Mar ends the day before the anniversary', () => {
    expect(lastDayOfMonthsStartingWith(d('2023-02-28'), 12)).toBe('2024-02-27');
    expect(lastDayOfMonthsStartingWith(d('2023-03-01'), 12)).toBe('2024-02-29');
    expect(lastDayOfMonthsStartingWith(d('2024-02-29'), 48)).toBe('2028-02-28');
  });

  it('CAL-05: a period of one month ends on the day before the same day of the next', () => {
    expect(lastDayOfMonthsStartingWith(d('2026-01-15'), 1)).toBe('2026-02-14');
    expect(lastDayOfMonthsStartingWith(d('2026-01-31'), 1)).toBe('2026-02-28');
  });

  it('CAL-05: a period of no months is refused', () => {
    expect(() => lastDayOfMonthsStartingWith(d('2026-01-01'), 0)).toThrow(RangeError);
    expect(() => lastDayOfMonthsStartingWith(d('2026-01-01'), NaN)).toThrow(RangeError);
    expect(() => lastDayOfMonthsStartingWith(d('2026-01-01'), 1.5)).toThrow(RangeError);
  });
});
