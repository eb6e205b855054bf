// Percentiles estimated from weekly bands by interpolation, the way official figures are made (WAIT-42).
import type { DayCount } from './days-waited.js';

/** Weekly bands 0-1, 1-2, … up to this many weeks; everything longer is one open band. */
export const closedWeeks = 52;

export const interpolationMethod = `estimated from weekly bands by linear interpolation, open above ${closedWeeks} weeks`;

/** Counts per weekly band; the last is the open one. Day 7 is in band 0-1, day 8 in band 1-2, as in WAIT-10. */
export function weeklyBands(counts: readonly DayCount[]): number[] {
  const bands = new Array<number>(closedWeeks + 1).fill(0);
  for (const { days, waits } of counts) {
    const week = Math.min(Math.max(0, Math.ceil(days / 7) - 1), closedWeeks);
    bands[week] = (bands[week] ?? 0) + waits;
  }
  return bands;
}

/**
 * Weeks at a percentile, or `>52 weeks` when it falls in the open band: never a number there. `open` says that the last band has no
 * upper end.
 */
export function estimateFromWeeks(
  percent: number,
  bands: readonly number[],
  open: boolean,
): number | string | undefined {
  const all = bands.reduce((sum, waits) => sum + waits, 0);
  if (all === 0) return undefined;
  const rank = (percent * all) / 100;
  let passed = 0;
  for (const [week, waits] of bands.entries()) {
    if (passed + waits < rank || waits === 0) {
      passed += waits;
      continue;
    }
    if (open && week === bands.length - 1) return `>${week} weeks`;
    return Math.round((week + (rank - passed) / waits) * 1000) / 1000;
  }
  return undefined;
}
