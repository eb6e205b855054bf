// Time limits in days and weeks.
import { civilDate as d } from './civil-date.js';
import { dayBefore, fullyRunOn, lastDayBeginningWith, noticeDeadline, withinWeeksOf } from './periods.js';

describe('time limits in days and weeks', () => {
  it('CAL-E3: 4 weeks of Fri 1 Nov 2024 end on Fri 29 Nov 2024', () => {
    expect(withinWeeksOf(d('2024-11-01'), 4)).toBe('2024-11-29');
  });

  it('CAL-02: weeks do not roll over Christmas (EHC-E6)', () => {
    expect(withinWeeksOf(d('2026-12-01'), 4)).toBe('2026-12-29');
    expect(withinWeeksOf(d('2026-11-27'), 4)).toBe('2026-12-25');
  });

  it('CAL-E4: 15 days beginning with Mon 1 Dec 2025 end on 15 Dec and have fully run on 16 Dec', () => {
    expect(lastDayBeginningWith(d('2025-12-01'), 15)).toBe('2025-12-15');
    expect(fullyRunOn(d('2025-12-01'), 15)).toBe('2025-12-16');
  });

  it('CAL-03: one day beginning with a day is that day, and there is no shorter period', () => {
    expect(lastDayBeginningWith(d('2025-12-01'), 1)).toBe('2025-12-01');
    for (const days of [0, -1, NaN, 1.5]) {
      expect(() => lastDayBeginningWith(d('2025-12-01'), days)).toThrow(RangeError);
      expect(() => fullyRunOn(d('2025-12-01'), days)).toThrow(RangeError);
    }
  });

  it('CAL-06: two weeks of notice for 10 Nov 2025 are 27 Oct, strictly 26 Oct (EHC-E2)', () => {
    expect(noticeDeadline(d('2025-11-10'))).toBe('2025-10-27');
    expect(noticeDeadline(d('2025-11-10'), { strict: false })).toBe('2025-10-27');
    expect(noticeDeadline(d('2025-11-10'), { strict: true })).toBe('2025-10-26');
  });

  it('CAL-07: before 15 February is 14 February, before 31 March is 30 March', () => {
    expect(dayBefore(d('2026-02-15'))).toBe('2026-02-14');
    expect(dayBefore(d('2026-03-31'))).toBe('2026-03-30');
  });
});
