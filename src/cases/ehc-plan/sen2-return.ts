// What a SEN2 return says of a plan: its latest review, a phase transfer, its end (EHC-02, R4). The same return again adds nothing; a changed value is a correction.
import { addMonths, formatDate, ncYearOn, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { ceaseGrounds } from './domain/cease-grounds.js';
import { amendmentNoticeOf, outcomeOf, type Cycle } from './domain/cycle-state.js';
import { isComplete, openCycle, placeOf, unused } from './domain/cycles.js';
import { dateCorrected, latestOf, type Sourced } from './domain/entries.js';
import { ehcEvents as events, type EhcFact } from './domain/events.js';
import { requirePlan } from './domain/plan-in-force.js';
import type { Plan } from './domain/state.js';
import type { Outcome, Phase } from './domain/words.js';

interface Returned {
  /** Reference date of the return, the day for which it was true. */
  readonly on: CivilDate;
  /** A date that a return says otherwise is put right on the day on which it is loaded, as any correction is (REC-24). */
  readonly loadedOn: CivilDate;
}

interface ReturnedReview extends Returned {
  /** For what the return brings to light: the review of the meeting, and the earlier one of a decision. */
  readonly newCycleIds: readonly [string, string];
  readonly meetingOn?: CivilDate;
  readonly outcome?: Outcome;
  /** `lastreview`: the day on which the authority wrote with its decision. */
  readonly decisionSentOn?: CivilDate;
  /** `reviewdraft` (2026): the day on which the proposed amendments went out. */
  readonly draftSentOn?: CivilDate;
}

export function recordReturnedReview(command: ReturnedReview, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const { meetingOn, decisionSentOn, draftSentOn, outcome } = command;
  const met = meetingOn === undefined ? undefined : cycleOfMeeting(plan, command, meetingOn);
  const paired = isPaired(command);
  const decided =
    decisionSentOn === undefined ? undefined : paired ? met : cycleOfDecision(plan, command, decisionSentOn, met);
  const latest = met ?? decided ?? plan.cycles[plan.cycles.length - 1] ?? unused(plan, command.newCycleIds[0]);
  // A decision earlier than the meeting leaves it open what it was: the stated outcome is that of the latest review.
  const decidedOutcome = decided === latest ? outcome : undefined;
  const draftOf = draftSentOn !== undefined && meetingOn !== undefined && draftSentOn < meetingOn ? decided : latest;
  return [
    ...(met && meetingOn !== undefined ? meeting(command, met, meetingOn) : []),
    ...(decided && decisionSentOn !== undefined ? decision(command, decided, decisionSentOn, decidedOutcome) : []),
    ...(outcome ? stated(command, latest, outcome, decided === latest) : []),
    ...(draftSentOn === undefined ? [] : draft(command, draftOf, draftSentOn)),
  ];
}

const returned = ({ on }: ReturnedReview) => ({ source: 'return', returnOn: on }) as const;

function meeting(command: ReturnedReview, cycle: Cycle, on: CivilDate): EhcFact[] {
  if (cycle.meeting) return changed(command, 'meetingOn', cycle.meeting, on);
  return [events.meetingHeld.fact(on, { cycleId: cycle.id, attended: [], ...returned(command) })];
}

function decision(command: ReturnedReview, cycle: Cycle, on: CivilDate, outcome: Outcome | undefined): EhcFact[] {
  if (cycle.decision) return changed(command, 'decisionSentOn', cycle.decision, on);
  const open = outcome === undefined || outcome === 'amend';
  const proposedChanges = open ? 'not-stated' : 'not-attached';
  const data = { cycleId: cycle.id, outcome: outcome ?? 'not-stated', proposedChanges } as const;
  return [events.decisionSent.fact(on, { ...data, ...returned(command) })];
}

/** A fact that a person recorded is not overruled by a return. */
function changed(command: ReturnedReview, field: string, known: Sourced, on: CivilDate): EhcFact[] {
  if (known.on === on) return [];
  if (!mayChange(known, command)) {
    throw refuse('EHC-02', `The record has ${formatDate(known.on)}, the return has ${formatDate(on)}.`, {
      help: 'Check the letter, then correct the date in the record or in the return.',
      fields: [{ field, problem: 'differs from what is recorded with its own evidence' }],
    });
  }
  return [correction(command, known, on)];
}

const correction = ({ loadedOn }: Pick<Returned, 'loadedOn'>, known: Sourced, to: CivilDate): EhcFact =>
  dateCorrected(loadedOn, known, to, 'the return says otherwise');

/** An outcome without the date of its notice completes nothing (EHC-02). */
function stated(command: ReturnedReview, cycle: Cycle, outcome: Outcome, withDate: boolean): EhcFact[] {
  const known = latestOf(cycle.stated)?.outcome ?? outcomeOf(cycle);
  const saidByTheNotice = withDate && !cycle.decision && cycle.stated.length === 0;
  if (known === outcome || saidByTheNotice) return [];
  return [events.outcomeStated.fact(command.on, { cycleId: cycle.id, outcome, source: 'return' })];
}

function draft(command: ReturnedReview, cycle: Cycle | undefined, on: CivilDate): EhcFact[] {
  if (!cycle) throw invalid('draftSentOn', 'is before the meeting, and no earlier review is decided', 'EHC-24');
  if (cycle.notice) return changed(command, 'draftSentOn', cycle.notice, on);
  if (amendmentNoticeOf(cycle)?.source === undefined && amendmentNoticeOf(cycle)?.on === on) return [];
  return [events.amendmentSent.fact(on, { cycleId: cycle.id, ...returned(command) })];
}

// To which review do the dates of a return belong? A return holds the latest meeting and the latest decision, each on its own.

/** A later return (or the same one, sent again) may change what a return said; an older one may not. */
const mayChange = (fact: Sourced | undefined, command: ReturnedReview): boolean =>
  fact?.source === 'return' && (fact.returnOn ?? command.on) <= command.on;

/** The decision is of the same review when it is not earlier than the meeting. */
const isPaired = ({ meetingOn, decisionSentOn }: ReturnedReview): boolean =>
  meetingOn !== undefined && decisionSentOn !== undefined && decisionSentOn >= meetingOn;

/** The review of the returned meeting. */
function cycleOfMeeting(plan: Plan, command: ReturnedReview, meetingOn: CivilDate): Cycle {
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
function cycleOfDecision(plan: Plan, command: ReturnedReview, decisionSentOn: CivilDate, ofMeeting?: Cycle): Cycle {
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

interface ReturnedTransfer extends Returned {
  readonly transferId: string;
  /** The statutory limit: 15 February, 31 March or five months before the transfer. */
  readonly dueOn: CivilDate;
  readonly finalOn?: CivilDate;
  readonly birthDate?: CivilDate;
}

export function recordReturnedTransfer(command: ReturnedTransfer, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const { on, dueOn, finalOn } = command;
  const { phase, transferOn } = transferBehind(command);
  const known = plan.transfers.find((transfer) => transfer.transferOn.on === transferOn);
  const transferId = known?.id ?? command.transferId;
  const since = on < dueOn ? on : dueOn;
  return [
    ...(known ? [] : [events.phaseDue.fact(since, { transferId, phase, transferOn, source: 'return' })]),
    ...(finalOn === undefined || known?.named
      ? []
      : [events.phaseNamed.fact(finalOn, { transferId, source: 'return' })]),
    ...(finalOn !== undefined && known?.named?.source && known.named.on !== finalOn
      ? [correction(command, known.named, finalOn)]
      : []),
  ];
}

/** The limit tells the kind of transfer (EHC-40 to EHC-42); the year group tells which of those of 15 February it is. */
function transferBehind({ dueOn, birthDate }: ReturnedTransfer): {
  phase: Phase;
  transferOn: CivilDate;
} {
  const september = `${dueOn.slice(0, 4)}-09-01` as CivilDate;
  if (dueOn.endsWith('-03-31')) return { phase: 'secondary-to-post-16', transferOn: september };
  if (!dueOn.endsWith('-02-15')) return { phase: 'post-16-to-post-16', transferOn: addMonths(dueOn, 5) };
  const year = birthDate === undefined || birthDate > dueOn ? 6 : ncYearOn(birthDate, dueOn);
  const phase =
    year <= 0 ? 'early-years-to-school' : year <= 2 ? 'infant-to-junior' : year <= 5 ? 'primary-to-middle' : undefined;
  return { phase: phase ?? (year === 6 ? 'primary-to-secondary' : 'middle-to-secondary'), transferOn: september };
}

/** An end that only a return tells of: its letters are not evidenced. */
export function recordReturnedCease(command: Returned & { readonly ground: string }, plan: Plan): EhcFact[] {
  const { on, ground } = command;
  requirePlan(plan);
  if (!ceaseGrounds.includes(ground)) throw invalid('ground', `must be one of ${ceaseGrounds.join(', ')}`, 'EHC-65');
  if (plan.ceased?.source === 'return' && plan.ceased.on !== on) return [correction(command, plan.ceased, on)];
  return plan.ceased ? [] : [events.ceased.fact(on, { ground, source: 'return' })];
}
