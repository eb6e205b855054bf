// A case closed to CAMHS or to be closed, or a discharge from the adult service, because the young person died (TRN-50).
import { processManager } from '../../../engine/processing/process-managers/process-manager.js';
import { deathToConfirm, wordsOfDeath } from '../../../engine/processing/process-managers/said-to-have-died.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import type { Transition } from '../domain/state.js';

export const diedInTransition = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'died-in-transition',
  words: wordsOfDeath(
    '“Died” was chosen as the destination of a case, it was closed to CAMHS as such, or a young person discharged from the adult service',
  ),
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'ReceivingServiceChosen',
    'OnwardReferralRefused',
    'CamhsClosed',
    'AdultServiceDischarged',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => deathToConfirm(state.opened?.personId, state.saidDied, 'camhs-clinician'),
});
