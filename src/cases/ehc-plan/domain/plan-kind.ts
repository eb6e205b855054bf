// EHC plans as a kind of case: how their streams are called, stored and folded, and which dates cannot stand beside each other.
import type { CaseKind } from '../../../kernel/decider.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import { stateAfter } from '../../../kernel/history.js';
import { turnedRound } from './cycles.js';
import { evolve } from './evolve.js';
import { ehcEvents, type EhcFact } from './events.js';
import { leftWithoutLetter } from './letters.js';
import { newProblems } from './possible.js';
import { initial, type Plan } from './state.js';

const returnedFields: Readonly<Record<string, string>> = {
  meeting: 'meetingOn',
  decision: 'decisionSentOn',
  notice: 'draftSentOn',
};

/** By which name the sender of the command knows the date. */
function fieldFor(type: string, fact: string): string {
  if (type === 'CorrectDate') return 'to';
  if (type === 'RecordReturnedReview') return returnedFields[fact] ?? 'meetingOn';
  return fact === 'to' ? 'to' : 'on';
}

/** EHC-02, EHC-03: the clock of a review runs from the decision of the one before, and every later step is of the review that its day makes it. */
const inAnotherOrder = () =>
  refuse('EHC-02', 'With this date the reviews of the plan would stand in another order.', {
    help: 'A meeting that was of the earlier review is taken back here and recorded there; where the day of the other review is wrong, correct that one first.',
  });

/** EHC-70, EHC-75: an appeal is against a letter, and every date of it runs from that letter. */
const isAppealed = () =>
  refuse(
    'EHC-75',
    'An appeal or a mediation about this letter is on record: without the letter it would stand on nothing.',
    {
      help: 'Take back the appeal, the mediation and what was agreed about it first; where only the day of the letter is wrong, correct it.',
    },
  );

export const ehcPlanKind: CaseKind<Plan, EhcFact> = {
  category: 'ehcPlan',
  noun: 'EHC plan',
  events: ehcEvents,
  initial,
  evolve,
  subjectOf: ({ personId }) => personId,
  /** A plan that was recorded for the wrong child has no facts left; whose it was stays known, and by it whose key seals what is said of it. */
  corrected: ({ personId, authority, rulePack }, anew) =>
    anew.personId === undefined ? { ...anew, personId, authority, rulePack } : anew,
  /** What is left is to end the plan, to say how the Tribunal ended an appeal, and to put right what was recorded. */
  afterDeath: {
    CeasePlan: ({ type, data }) => type === 'PlanCeased' && data.ground === 'deceased',
    DetermineAppeal: () => true,
    CorrectDate: () => true,
    WithdrawFact: () => true,
  },
  check({ type }, plan, facts, entries) {
    const after = stateAfter(ehcPlanKind, plan, entries, facts);
    const [first] = newProblems(plan, after);
    if (first) throw invalid(fieldFor(type, first.fact), first.problem, first.rule);
    if (facts.some((fact) => fact.type === 'FactCorrected') && turnedRound(plan, after)) throw inAnotherOrder();
    if (facts.some((fact) => fact.type === 'FactWithdrawn') && leftWithoutLetter(plan, after)) throw isAppealed();
  },
};
