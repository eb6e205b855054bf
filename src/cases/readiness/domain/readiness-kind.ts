// A Ready Steady Go programme as a kind of case: how its streams are called, stored and folded.
import type { CaseKind } from '../../../kernel/decider.js';
import { readinessEvents, type ReadinessFact } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Programme } from './state.js';

export const readinessKind: CaseKind<Programme, ReadinessFact> = {
  category: 'readiness',
  noun: 'readiness programme',
  events: readinessEvents,
  initial,
  evolve,
  afterDeath: {
    End: ({ type }) => type === 'ReadinessProgrammeEnded',
    CorrectDate: () => true,
    WithdrawFact: () => true,
  },
  subjectOf: ({ started }) => started?.personId,
};
