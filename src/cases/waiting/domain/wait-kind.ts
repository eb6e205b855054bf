// One referral that waits, as a kind of case: how its streams are called, stored and folded.
import type { CaseKind } from '../../../kernel/decider.js';
import { waitEvents, type WaitFact } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Wait } from './state.js';

export const waitKind: CaseKind<Wait, WaitFact> = {
  category: 'wait',
  noun: 'wait',
  events: waitEvents,
  initial,
  evolve,
  subjectOf: ({ personId }) => personId,
};
