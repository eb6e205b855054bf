// Moves from CAMHS to adult life as a kind of case: how their streams are called, stored and folded.
import type { CaseKind } from '../../../kernel/decider.js';
import { transitionEvents, type TransitionFact } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Transition } from './state.js';

export const transitionKind: CaseKind<Transition, TransitionFact> = {
  category: 'transition',
  noun: 'transition',
  events: transitionEvents,
  initial,
  evolve,
  /** What ends the case, and the audit of how it went. */
  afterDeath: {
    CloseCamhs: ({ type, data }) => type === 'CamhsClosed' && data.destination === 'DIED',
    DischargeFromAdultService: ({ type, data }) => type === 'AdultServiceDischarged' && data.reason === 'died',
    CompleteAudit: () => true,
    CorrectDate: () => true,
    WithdrawFact: () => true,
  },
  subjectOf: ({ opened }) => opened?.personId,
};
