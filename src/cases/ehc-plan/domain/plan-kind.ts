// EHC plans as a kind of case: how their streams are called, stored and folded, and which dates cannot stand beside each other.
import type { CaseKind } from '../../../kernel/decider.js';
import { invalid } from '../../../kernel/errors.js';
import { stateAfter } from '../../../kernel/history.js';
import { evolve } from './evolve.js';
import { ehcEvents, type EhcFact } from './events.js';
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
  check({ type }, plan, facts, entries) {
    const [first] = newProblems(plan, stateAfter(ehcPlanKind, plan, entries, facts));
    if (first) throw invalid(fieldFor(type, first.fact), first.problem, first.rule);
  },
};
