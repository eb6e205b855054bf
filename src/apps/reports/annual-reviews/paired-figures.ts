// The same plans cycle by cycle: a decision counts only for the meeting it belongs to, so nothing outstanding can be negative (R4).
import { addDays, addMonths, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { PlanReviews } from './plan-reviews.js';

export interface PairedFigures {
  readonly expected: number;
  readonly noMeeting: number;
  /** Of the expected plans with a meeting, by the cycle of their latest meeting: */
  readonly decidedWithinFourWeeks: number;
  readonly decidedLater: number;
  readonly undecidedNotYetDue: number;
  readonly undecidedOverdue: number;
  /** Decisions whose latest one belongs to an earlier cycle than the latest meeting. */
  readonly latestDecisionOfEarlierCycle: number;
}

const fourWeeks = 28;

export function pairedFigures(plans: Iterable<PlanReviews>, census: CivilDate): PairedFigures {
  const startedBy = addMonths(census, -12);
  const sum = {
    expected: 0,
    noMeeting: 0,
    decidedWithinFourWeeks: 0,
    decidedLater: 0,
    undecidedNotYetDue: 0,
    undecidedOverdue: 0,
    latestDecisionOfEarlierCycle: 0,
  };
  for (const { planMadeOn, cycle, decisionOn } of plans) {
    if (planMadeOn > startedBy) continue;
    sum.expected++;
    if (!cycle) sum.noMeeting++;
    else if (cycle.decisionOn !== undefined) {
      if (daysBetween(cycle.meetingOn, cycle.decisionOn) <= fourWeeks) sum.decidedWithinFourWeeks++;
      else sum.decidedLater++;
    } else {
      if (addDays(cycle.meetingOn, fourWeeks) >= census) sum.undecidedNotYetDue++;
      else sum.undecidedOverdue++;
      if (decisionOn !== undefined) sum.latestDecisionOfEarlierCycle++;
    }
  }
  return sum;
}
