// To which review do the dates of a return belong? A return holds the latest meeting and the latest decision, each on its own.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Cycle } from './cycle-state.js';
import { isComplete, openCycle, placeOf, unused } from './cycles.js';
import type { Sourced } from './entries.js';
import type { ReturnedReview } from './returned.js';
import type { Plan } from './state.js';

/** A later return (or the same one, sent again) may change what a return said; an older one may not. */
export const mayChange = (fact: Sourced | undefined, command: ReturnedReview): boolean =>
  fact?.source === 'return' && (fact.returnOn ?? command.on) <= command.on;

/** The decision is of the same review when it is not earlier than the meeting. */
export const isPaired = ({ meetingOn, decisionSentOn }: ReturnedReview): boolean =>
  meetingOn !== undefined && decisionSentOn !== undefined && decisionSentOn >= meetingOn;

/** The review of the returned meeting. */
export function cycleOfMeeting(plan: Plan, command: ReturnedReview, meetingOn: CivilDate): Cycle {
  const { decisionSentOn } = command;
  const met = plan.cycles.find(({ meeting }) => meeting?.on === meetingOn);
  if (met) return met;
  if (isPaired(command)) {
    const decided = plan.cycles.find(({ decision }) => decision?.on === decisionSentOn);
    if (decided) return decided;
  }
  const open = openCycle(plan);
  if (open && !open.meeting && (open.stated.length > 0 || placeOf(open)! <= meetingOn)) return open;
  const last = plan.cycles[plan.cycles.length - 1];
  const sameReview =
    last?.meeting && mayChange(last.meeting, command) && meetingOn <= (last.decision ?? last.meeting).on;
  return sameReview ? last : unused(plan, command.newCycleIds[0]);
}

/** The review of a decision that is earlier than the returned meeting, or comes without one. */
export function cycleOfDecision(
  plan: Plan,
  command: ReturnedReview,
  decisionSentOn: CivilDate,
  ofMeeting?: Cycle,
): Cycle {
  const decided = plan.cycles.find(({ decision }) => decision?.on === decisionSentOn);
  if (decided) return decided;
  const others = plan.cycles.filter(({ id }) => id !== ofMeeting?.id);
  const waiting = others.filter((cycle) => !isComplete(cycle) && placeBefore(cycle, decisionSentOn));
  const undecided = waiting[waiting.length - 1];
  if (undecided && !others.some(({ decision }) => decision && decision.on > decisionSentOn)) return undecided;
  const complete = others.filter(isComplete);
  const last = complete[complete.length - 1];
  const knownMeeting = ofMeeting && plan.cycles.some(({ id }) => id === ofMeeting.id);
  const sameDecision =
    last &&
    mayChange(last.decision, command) &&
    (knownMeeting ? !last.meeting : decisionSentOn < last.decision!.on) &&
    (!last.meeting || last.meeting.on <= decisionSentOn);
  return sameDecision ? last : unused(plan, command.newCycleIds[1]);
}

/** What a return states without a date stands on its reference date: it does not say that the review came after the decision. */
const placeBefore = (cycle: Cycle, day: CivilDate): boolean =>
  (cycle.meeting === undefined && cycle.stated.length > 0) || placeOf(cycle)! <= day;
