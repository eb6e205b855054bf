// Working days.
import { civilDate as d } from './civil-date.js';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayBeginningWith,
  nextWorkingDayOnOrAfter,
  previousWorkingDayOnOrBefore,
} from './working-days.js';

describe('working days', () => {
  it('CAL-E11: 15 working days beginning with Thu 18 Dec 2025 end on Mon 12 Jan 2026', () => {
    expect(lastWorkingDayBeginningWith(d('2025-12-18'), 15)).toBe('2026-01-12');
  });

  it('CAL-09: weekends, Good Friday, Christmas Day and substitute days are not working days', () => {
    const idle = ['2026-11-21', '2026-11-22', '2026-04-03', '2025-12-25', '2026-12-28', '2022-09-19', '2028-01-03'];
    expect(idle.filter((text) => isWorkingDay(d(text)))).toEqual([]);
  });

  it('CAL-09: a day a holiday was moved from is a working day', () => {
    expect(['2020-05-04', '2022-05-30', '2026-11-23'].every((text) => isWorkingDay(d(text)))).toBe(true);
  });

  it('CAL-10: the first day counts only when it is a working day', () => {
    expect(lastWorkingDayBeginningWith(d('2026-11-20'), 1)).toBe('2026-11-20');
    expect(lastWorkingDayBeginningWith(d('2026-11-21'), 1)).toBe('2026-11-23');
    expect(lastWorkingDayBeginningWith(d('2026-11-21'), 2)).toBe('2026-11-24');
  });

  it('CAL-10: working days after and before a date do not count the date', () => {
    expect(addWorkingDays(d('2025-12-24'), 1)).toBe('2025-12-29');
    expect(addWorkingDays(d('2025-12-29'), -1)).toBe('2025-12-24');
    expect(addWorkingDays(d('2025-12-25'), 1)).toBe('2025-12-29');
    expect(addWorkingDays(d('2025-12-25'), 0)).toBe('2025-12-25');
  });

  it('CAL-09: the nearest working day is the date itself when it is one', () => {
    expect(nextWorkingDayOnOrAfter(d('2026-04-03'))).toBe('2026-04-07');
    expect(previousWorkingDayOnOrBefore(d('2026-04-06'))).toBe('2026-04-02');
    expect(nextWorkingDayOnOrAfter(d('2026-04-07'))).toBe('2026-04-07');
    expect(previousWorkingDayOnOrBefore(d('2026-04-02'))).toBe('2026-04-02');
  });

  it('CAL-10: parts of days and empty periods are refused', () => {
    for (const days of [0, -3, 1.5, NaN]) {
      expect(() => lastWorkingDayBeginningWith(d('2026-01-05'), days)).toThrow(RangeError);
    }
    for (const days of [1.5, NaN, Infinity]) expect(() => addWorkingDays(d('2026-01-05'), days)).toThrow(RangeError);
  });
});
