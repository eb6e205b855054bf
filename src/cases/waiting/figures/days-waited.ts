// How many waits have lasted how many days: the small table from which every exact figure of a list follows.

export interface DayCount {
  readonly days: number;
  readonly waits: number;
}

/** 18 weeks are 126 days: day 127 is the first beyond (WAIT-06). From which day a wait is over 52 weeks is a setting (AMB-08, pack.ts). */
export const weeks18 = 126;

/** Weeks waited as they are shown; bands never use them (WAIT-41). */
export const wholeWeeks = (days: number): number => Math.floor(days / 7);

export const total = (counts: readonly DayCount[]): number => counts.reduce((sum, { waits }) => sum + waits, 0);

export const longerThan = (days: number, counts: readonly DayCount[]): number =>
  total(counts.filter((each) => each.days > days));

export const percentileMethod =
  'nearest rank from patient-level days: the shortest wait such that at least the given share of all waits is as long or shorter';

/** The days at a percentile by nearest rank; undefined for an empty list. Always a wait that somebody really has. */
export function percentile(percent: number, counts: readonly DayCount[]): number | undefined {
  const sorted = [...counts].sort((a, b) => a.days - b.days);
  // Whole numbers until the division: 92 % of 25 is 23, not 23.000000000000004.
  const rank = Math.max(1, Math.ceil((percent * total(sorted)) / 100));
  let passed = 0;
  return sorted.find(({ waits }) => (passed += waits) >= rank)?.days;
}
