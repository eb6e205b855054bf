// The adult service referred the young person back: the named worker takes them up again, and nobody waits for a letter (TRN-27).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import { takenUpAgain } from '../domain/appointments.js';
import type { Transition } from '../domain/state.js';

export const referredBack = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'referred-back',
  words: {
    when: 'The adult service referred the young person back to the named worker',
    then:
      'A task for CAMHS: the named worker contacts the young person and refers again when they agree. It is done when they were ' +
      'referred again or came to an appointment, and stays open whether or not the case is closed to CAMHS.',
    rules: ['TRN-27', 'TRN-24'],
  },
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'ReferredBackToNamedWorker',
    'OnwardReferralMade',
    'FirstAdultAppointmentAttended',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => {
    const { opened, referredBack: back } = state;
    if (!opened || !back) return [];
    const { on, eventId } = back;
    const cause = { on, eventId };
    return [
      {
        key: 'referred-back',
        kind: 'referred-back',
        personId: opened.personId,
        cause,
        settledBy: takenUpAgain(state, back),
        howeverLate: 'from-its-day',
      },
    ];
  },
});
