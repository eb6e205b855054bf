// Bands, percentiles and estimates: WAIT-10, WAIT-41, WAIT-42, WAIT-46, and the wait that a family experiences.
import fc from 'fast-check';
import { addMonths, civilDate, daysBetween } from '../../../kernel/calendar/index.js';
import { addDays } from '../../../kernel/calendar/index.js';
import { bandsOn } from '../pack.js';
import { bandLabel, countBands } from './count-bands.js';
import { percentile, total, wholeWeeks, type DayCount } from './days-waited.js';
import { estimateFromWeeks, weeklyBands } from './estimate-from-weeks.js';
import { estimateWait } from './estimate-wait.js';
import { experiencedDays } from './experienced-days.js';

const census = civilDate('2026-06-30');
const bands = bandsOn(census, []);
const dayCounts = fc.array(fc.record({ days: fc.nat(1500), waits: fc.integer({ min: 1, max: 50 }) }), {
  minLength: 1,
  maxLength: 60,
});

test.each([
  ['2026-06-23', '0-1 weeks'],
  ['2026-06-22', '1-2 weeks'],
  ['2026-06-16', '1-2 weeks'],
  ['2026-06-15', '2-4 weeks'],
  ['2026-06-02', '2-4 weeks'],
  ['2026-06-01', '4-12 weeks'],
  ['2026-04-07', '4-12 weeks'],
  ['2026-04-06', '12-18 weeks'],
  ['2026-02-24', '12-18 weeks'],
  ['2026-02-23', '18-52 weeks'],
  ['2025-07-01', '18-52 weeks'],
  ['2025-06-30', 'over 52 weeks'],
])('WAIT-10: at the census of 30 Jun 2026 a clock started on %s is in band %s', (start, label) => {
  expect(bandLabel(bands, daysBetween(civilDate(start), census))).toBe(label);
});

test('WAIT-10: every wait is in one band and no wait in two', () => {
  fc.assert(
    fc.property(
      dayCounts,
      (counts) => total(countBands(bands, counts).map(({ waits }) => ({ days: 0, waits }))) === total(counts),
    ),
  );
});

test('WAIT-41: day 127 shows as 18 weeks and is in the band 18-52 weeks', () => {
  expect([wholeWeeks(127), bandLabel(bands, 127)]).toEqual([18, '18-52 weeks']);
  expect([wholeWeeks(126), bandLabel(bands, 126)]).toEqual([18, '12-18 weeks']);
});

test('WAIT-32: three months from 30 Nov 2025 end on 28 Feb 2026, thirteen weeks on 1 Mar 2026', () => {
  const receivedOn = civilDate('2025-11-30');
  expect([addMonths(receivedOn, 3), addDays(receivedOn, 91)]).toEqual(['2026-02-28', '2026-03-01']);
});

describe('WAIT-42', () => {
  test('bands of 10/20/30/40 give a median of 2.667 weeks and a 92nd percentile of 3.8 weeks', () => {
    expect(estimateFromWeeks(50, [10, 20, 30, 40], false)).toBe(2.667);
    expect(estimateFromWeeks(92, [10, 20, 30, 40], false)).toBe(3.8);
  });
  test('in the open band there is no number', () => {
    const counts: DayCount[] = [
      { days: 30, waits: 60 },
      { days: 500, waits: 40 },
    ];
    expect(estimateFromWeeks(92, weeklyBands(counts), true)).toBe('>52 weeks');
    expect(estimateFromWeeks(50, weeklyBands(counts), true)).toBe(4.833);
  });
  test('day 364 is the last of the closed bands, day 365 is in the open one', () => {
    expect(weeklyBands([{ days: 364, waits: 1 }])[51]).toBe(1);
    expect(weeklyBands([{ days: 365, waits: 1 }])[52]).toBe(1);
  });
  test('an empty list has no percentile', () => {
    expect([percentile(50, []), estimateFromWeeks(50, weeklyBands([]), true)]).toEqual([undefined, undefined]);
  });
  test('from patient-level days by nearest rank: at least so many are as long or shorter, and not with one day less', () => {
    fc.assert(
      fc.property(dayCounts, fc.constantFrom(50, 92), (counts, percent) => {
        const days = percentile(percent, counts) ?? -1;
        const upTo = (limit: number) => total(counts.filter((each) => each.days <= limit)) * 100;
        return upTo(days) >= percent * total(counts) && upTo(days - 1) < percent * total(counts);
      }),
    );
  });
  test('the 92nd percentile of 25 waits is the 23rd, whatever floating point says', () => {
    expect(
      percentile(
        92,
        Array.from({ length: 25 }, (_, index) => ({ days: index + 1, waits: 1 })),
      ),
    ).toBe(23);
  });
});

describe('WAIT-46: the estimate', () => {
  test('36 were assessed in 12 weeks: place 30 is 8 to 12 weeks away', () => {
    expect(estimateWait(30, 36)).toEqual({ from: 8, to: 12 });
  });
  test('fewer than five assessed give none', () => {
    expect(estimateWait(30, 4)).toBeUndefined();
  });
});

test('a family that moved from one provider to the next waited the sum, and days of both at once count once', () => {
  const spans = [
    { from: civilDate('2026-01-01'), to: civilDate('2026-02-01') },
    { from: civilDate('2026-01-15'), to: civilDate('2026-03-01') },
    { from: civilDate('2026-05-01'), to: civilDate('9999-12-31') },
  ];
  expect(experiencedDays(spans, civilDate('2026-05-11'))).toBe(59 + 10);
});
