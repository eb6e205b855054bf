// Spans of days: from the first day up to and without the last one. "Still" is a day that never comes.
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';

export const never = '9999-12-31' as CivilDate;
export const sinceEver = '0001-01-01' as CivilDate;

export type Span = readonly [from: CivilDate, to: CivilDate];

export const nextDay = (day: CivilDate): CivilDate => (day >= never ? never : addDays(day, 1));

/** In order, without gaps of nothing: days that several spans share are there once. */
export function union(spans: readonly Span[]): Span[] {
  const found: [CivilDate, CivilDate][] = [];
  for (const [from, to] of [...spans].filter(([first, end]) => first < end).sort(byStart)) {
    const last = found[found.length - 1];
    if (last && from <= last[1]) last[1] = to > last[1] ? to : last[1];
    else found.push([from, to]);
  }
  return found;
}

/** The days that are in both; each list as `union` makes it. */
export const both = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) => others.map((other): Span => [later(one[0], other[0]), sooner(one[1], other[1])])).filter(isAny);

/** The days of the first that are not in the others; both as `union` makes them. */
export function without(some: readonly Span[], others: readonly Span[]): Span[] {
  const edges = [sinceEver, ...others.flat(), never];
  const gaps = edges.flatMap((from, index): Span[] => {
    const to = edges[index + 1];
    return index % 2 === 0 && to !== undefined && from < to ? [[from, to]] : [];
  });
  return both(some, gaps);
}

const isAny = ([from, to]: Span): boolean => from < to;
const byStart = (a: Span, b: Span): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const sooner = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
