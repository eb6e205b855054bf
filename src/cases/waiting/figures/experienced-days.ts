// How long a family has waited in all: every day on which any of their clocks ran, each counted once.
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';

export interface Span {
  readonly from: CivilDate;
  /** The first day that no longer counts. */
  readonly to: CivilDate;
}

/** A move to another provider starts a national clock at zero; this one goes on. */
export function experiencedDays(spans: readonly Span[], asOf: CivilDate): number {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let reached: CivilDate | undefined;
  for (const { from, to } of sorted) {
    const start = reached !== undefined && reached > from ? reached : from;
    const end = to < asOf ? to : asOf;
    if (end <= start) continue;
    days += daysBetween(start, end);
    reached = end;
  }
  return days;
}
