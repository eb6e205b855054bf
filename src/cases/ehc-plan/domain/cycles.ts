// What follows from the dates of the reviews: their order, which one is open, and when each one's clock started.
import { addMonths, lastDayOfMonthsStartingWith, type CivilDate } from '../../../kernel/calendar/index.js';
import { newCycle, type Cycle } from './cycle-state.js';
import { earliestDay, latestOf, type Entry } from './entries.js';
import type { Plan } from './state.js';

/** By when a review takes its place among the others: its meeting, else its decision, else its first step. */
export const placeOf = (cycle: Cycle): CivilDate | undefined =>
  (cycle.meeting ?? cycle.decision)?.on ?? earliestDay(cycle);

export const inOrder = (cycles: readonly Cycle[]): readonly Cycle[] =>
  cycles
    .map((cycle) => ({ cycle, place: placeOf(cycle) }))
    .filter(({ place }) => place !== undefined)
    .sort((a, b) => (a.place! < b.place! ? -1 : a.place! > b.place! ? 1 : 0))
    .map(({ cycle }) => cycle);

/** Whether reviews that both know stand in another order. */
export function turnedRound({ cycles: was }: Plan, { cycles: is }: Plan): boolean {
  const both = is.map(({ id }) => was.findIndex((cycle) => cycle.id === id)).filter((at) => at >= 0);
  return both.some((at, index) => index > 0 && at < (both[index - 1] ?? 0));
}

/** EHC-02: only a decision notice completes a review. */
export const isComplete = (cycle: Cycle): boolean => cycle.decision !== undefined;

/** The last review, while it has no decision notice. An earlier one without a notice was left undecided by the next. */
export function openCycle({ cycles }: Plan): Cycle | undefined {
  const last = cycles[cycles.length - 1];
  return last && !isComplete(last) ? last : undefined;
}

export type CycleStatus = 'open' | 'complete' | 'left undecided';

export const statusOfCycle = (plan: Plan, cycle: Cycle): CycleStatus =>
  isComplete(cycle) ? 'complete' : openCycle(plan) === cycle ? 'open' : 'left undecided';

/** EHC-01, EHC-51: made, or last reviewed by the authority that had it before. */
const firstClock = ({ made, lastReviewed }: Plan): Entry | undefined => latestOf([made, lastReviewed]);

/** EHC-03: the last completed review before this one, else the making of the plan. Final plans never count (EHC-04, EHC-05). */
export const clockStartOf = (plan: Plan, cycle: Cycle | undefined): Entry | undefined => {
  const before = cycle ? plan.cycles.slice(0, plan.cycles.indexOf(cycle)) : plan.cycles;
  const decisions = before.flatMap(({ decision }) => decision ?? []);
  if (cycle && decisions.length === 0 && followsUnknownReviews(plan, cycle)) return undefined;
  return latestOf([firstClock(plan), ...decisions]);
};

/**
 * A return tells of the latest review only. Where that one came later than a first review is due, there may have been others
 * before it that no return tells of: from when its twelve months ran is not known, and nothing may be called late by them.
 */
function followsUnknownReviews(plan: Plan, { meeting, decision }: Cycle): boolean {
  const known = meeting ?? decision;
  const first = firstClock(plan);
  return known?.source === 'return' && first !== undefined && known.on > lastDayOfMonthsStartingWith(first.on, 12);
}

/** The review that was under way on a day. */
export function cycleOn({ cycles }: Plan, day: CivilDate): Cycle | undefined {
  return cycles.find((cycle, index) => {
    if (cycle.decision) return day <= cycle.decision.on;
    const next = cycles[index + 1];
    return next === undefined || day < placeOf(next)!;
  });
}

/** The review whose process leads up to a phase transfer: the last one met or decided within twelve months before it. */
export const withinYearBefore = (day: CivilDate, transferOn: CivilDate): boolean =>
  day < transferOn && day >= addMonths(transferOn, -12);

/** A new review. An id that is taken belongs to another one, whose facts must not be touched. */
export function unused(plan: Plan, id: string): Cycle {
  let free = id;
  for (let n = 2; plan.cycles.some((cycle) => cycle.id === free); n++) free = `${id}-${n}`;
  return newCycle(free);
}

/** Changes one review; the first step of a new one opens it. */
export function withCycle(plan: Plan, id: string, change: (cycle: Cycle) => Partial<Cycle>): Plan {
  const { cycles } = plan;
  const at = cycles.findIndex((each) => each.id === id);
  const before = cycles[at] ?? newCycle(id);
  const after = { ...before, ...change(before) };
  if (at >= 0 && staysInPlace(cycles, at, after)) return { ...plan, cycles: cycles.with(at, after) };
  return { ...plan, cycles: inOrder([...cycles.filter((each) => each.id !== id), after]) };
}

/** Almost every step is one of the last review, and leaves it the last: then one comparison tells, and for the only one nothing has to be looked at. */
function staysInPlace(cycles: readonly Cycle[], at: number, after: Cycle): boolean {
  if (at < cycles.length - 1) return placeOf(cycles[at]!) === placeOf(after);
  const before = cycles[at - 1];
  if (!before) return true;
  const place = placeOf(after);
  return place !== undefined && placeOf(before)! <= place;
}
