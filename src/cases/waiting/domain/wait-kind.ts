// One referral that waits, as a kind of case: how its streams are called, stored and folded.
import type { CaseKind } from '../../../kernel/decider.js';
import { waitEvents, type WaitFact } from './events.js';
import { evolve } from './evolve.js';
import { waitCorrections } from './older-corrections.js';
import { initial, type Wait } from './state.js';

export const waitKind: CaseKind<Wait, WaitFact> = {
  category: 'wait',
  noun: 'wait',
  events: waitEvents,
  initial,
  evolve,
  corrects: waitCorrections,
  /** That a start was once on record, or something was undone, stays known: a loaded file does not bring it back (WAIT-44). */
  corrected({ startsHad, reinstated }, anew, { type, id: eventId, occurredOn: on }) {
    const undone = type === 'FactWithdrawn' || type === 'WaitReinstated';
    return { ...anew, startsHad, reinstated: undone ? { on, eventId } : reinstated };
  },
  afterDeath: {
    Remove: ({ type, data }) => type === 'WaitRemovedFromList' && data.reason === 'died',
    Reinstate: () => true,
    CorrectDate: () => true,
    CorrectClockStart: () => true,
    CorrectRemovalReason: () => true,
    WithdrawFact: () => true,
  },
  subjectOf: ({ personId }) => personId,
};
