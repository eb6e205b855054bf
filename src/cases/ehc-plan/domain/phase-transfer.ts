// What meets the limit of a phase transfer: a review and a plan of this cycle that names the next setting (EHC-40 to EHC-46).
import { addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Cycle } from './cycle-state.js';
import type { Sourced } from './entries.js';
import { withinYearBefore } from './cycles.js';
import type { PhaseTransfer, Plan } from './state.js';

/** EHC-40: the last review within twelve months before the transfer. */
export function reviewBefore(plan: Plan, { transferOn }: PhaseTransfer): Cycle | undefined {
  const inTime = plan.cycles.filter(({ meeting, decision }) => {
    const day = (meeting ?? decision)?.on;
    return day !== undefined && withinYearBefore(day, transferOn.on);
  });
  return inTime[inTime.length - 1];
}

/** A review and an issue that come too late are still of this cycle, and meet its limit late; what lies before it does not count. */
export const isOfCycle = (day: CivilDate, { transferOn }: PhaseTransfer): boolean =>
  day >= addMonths(transferOn.on, -12);

/** Whether by a day this cycle has a decided review, and a plan that was issued after it. */
const issuedAfterReview = (plan: Plan, transfer: PhaseTransfer, by: CivilDate): boolean =>
  plan.cycles.some(({ meeting, decision }) => {
    if (!decision || decision.on > by || !isOfCycle((meeting ?? decision).on, transfer)) return false;
    return plan.finals.some(({ on }) => on >= decision.on && on <= by);
  });

/**
 * EHC-40 to EHC-42: the day on which the plan named the next setting, where that meets the limit. That somebody said so is not enough: this
 * cycle has a decided review, a plan issued after it, and the setting. Of a return the date of that very plan is all there is.
 */
export function namingOf(plan: Plan, transfer: PhaseTransfer): Sourced | undefined {
  const { named } = transfer;
  if (!named) return undefined;
  if (named.source === 'return') return isOfCycle(named.on, transfer) ? named : undefined;
  const isThere = plan.placements.some(({ id }) => id === named.placementId);
  return isThere && issuedAfterReview(plan, transfer, named.on) ? named : undefined;
}
