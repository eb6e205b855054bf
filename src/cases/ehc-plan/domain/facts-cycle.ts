// The facts of each review, and of the one that is to come.
import { outcomeOf, type Cycle } from './cycle-state.js';
import { clockStartOf, openCycle, statusOfCycle } from './cycles.js';
import { earliestOf, type Entry } from './entries.js';
import { birthFact, fact, oursSince, trackFacts, type Birth, type Part } from './dated-facts.js';
import { allOf, ledgerOf, meetingDayOf } from './ledger.js';
import { endOf } from './plan-status.js';
import type { Plan } from './state.js';

/** Id of the review that nobody has begun yet. Its clock runs all the same. */
export const nextReview = 'next';

const kindWords = {
  annual: 'annual review',
  early: 'early review',
  'phase-transfer': 'phase-transfer review',
  'move-in': 'first review here',
};

export function cycleSubjects(plan: Plan, birth: Birth | undefined): Part[] {
  const parts = plan.cycles.map((cycle, index) => cycleSubject(plan, cycle, index, birth));
  if (openCycle(plan)) return parts;
  const label = plan.cycles.length === 0 ? 'first annual review' : `annual review ${plan.cycles.length + 1}`;
  return [
    ...parts,
    {
      scope: 'cycle',
      id: nextReview,
      label,
      facts: { ...clockFacts(plan, undefined, birth), planEnded: fact(endOf(plan)) },
    },
  ];
}

/** EHC-01, EHC-53, EHC-34. A clock that another authority started binds this one from the transfer on. */
function clockFacts(plan: Plan, cycle: Cycle | undefined, birth: Birth | undefined) {
  const clockStart = clockStartOf(plan, cycle);
  const { movedIn } = plan;
  const since = oursSince(plan);
  const inherited = clockStart && since !== undefined && clockStart.on < since;
  const takenOver =
    movedIn && clockStart && clockStart.on <= movedIn.on && (cycle?.decision?.on ?? movedIn.on) >= movedIn.on;
  return {
    clockStart: fact(clockStart, inherited ? since : undefined),
    birthDate: birthFact(plan, birth),
    movedIn: takenOver ? fact(movedIn) : undefined,
  };
}

function cycleSubject(plan: Plan, cycle: Cycle, index: number, birth: Birth | undefined): Part {
  const { arranged, meeting, decision, report } = cycle;
  const planned = arranged[arranged.length - 1];
  const outcome = outcomeOf(cycle);
  const kind = kindWords[cycle.opened?.kind ?? 'annual'];
  // A meeting that was never followed by a decision: what is left of its clock is the decision, until a later one is sent.
  const left = statusOfCycle(plan, cycle) === 'left undecided';
  const overtaken = left ? plan.cycles.slice(index + 1).find((later) => later.decision)?.decision : undefined;
  return {
    scope: 'cycle',
    id: cycle.id,
    label: index === 0 && kind === 'annual review' ? 'first annual review' : `${kind} ${index + 1}`,
    // Starts and ends of the clocks of one review: EHC-01 (twelve months), EHC-21 (report), EHC-22 (decision), EHC-24 to EHC-28 (final plan).
    facts: {
      ...(left ? {} : clockFacts(plan, cycle, birth)),
      meetingArranged: planned && fact(planned.meetingOn, planned.on),
      meeting: fact(meeting),
      ...ledgerFacts(plan, cycle),
      report: fact(report),
      decisionNotice: fact(decision),
      ...trackFacts(plan, cycle),
      interimReview: fact(cycle.interim),
      planEnded: fact(earliestOf([endOf(plan), overtaken])),
    },
    flags: {
      outcome: outcome && decision && { is: outcome, since: decision.on },
      earlyReview: cycle.opened?.kind === 'early' ? 'yes' : undefined,
      // A return is silent about invitations, advice and the report: that is no sign that they were late.
      source: (meeting ?? decision)?.source,
    },
  };
}

/** EHC-15, EHC-16: done when the last role is done. */
function ledgerFacts(plan: Plan, cycle: Cycle) {
  const day = meetingDayOf(cycle) ?? cycle.opened?.on ?? oursSince(plan);
  const lines = day === undefined ? [] : ledgerOf(plan, cycle, day).filter(({ required }) => required);
  const answered = allOf(lines.map((line) => line.answered));
  const toCirculate = lines.filter((line) => line.answered?.step === 'received');
  const circulated: Entry | undefined = answered && allOf(toCirculate.map((line) => line.circulated));
  const nothing = toCirculate.length === 0 ? answered : undefined;
  return {
    invitationsSent: fact(allOf(lines.map((line) => line.invited))),
    adviceRequested: fact(earliestOf(lines.map((line) => line.requested))),
    adviceReceived: fact(answered),
    adviceCirculated: fact(circulated),
    nothingToCirculate: fact(nothing),
  };
}
