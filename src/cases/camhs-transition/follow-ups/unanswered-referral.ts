// A referral onward waits for somebody else's answer: both sides have it on their desk until there is one (TRN-33).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import { referralAnswer } from '../domain/referrals.js';
import type { Referral, Transition } from '../domain/state.js';

export const unansweredReferral = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'unanswered-referral',
  words: {
    when: 'A referral onward was sent',
    then:
      'A task for the receiving service to answer it, and one for CAMHS to get the answer. They are done when the service accepts, ' +
      'refuses, opens the case or accepts the hand-over, and go when the case was closed without one.',
    rules: ['TRN-33', 'TRN-01'],
  },
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'OnwardReferralMade',
    'OnwardReferralAccepted',
    'OnwardReferralRefused',
    'ReceivingServiceOpened',
    'HandOverAccepted',
    'CamhsClosed',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => state.referrals.flatMap((referral) => bothSides(state, referral)),
});

function bothSides(state: Transition, referral: Referral): WantedTask[] {
  const { opened, closed } = state;
  const settledBy = referralAnswer(state, referral);
  if (!opened || (closed && !settledBy)) return [];
  const { on, eventId } = referral;
  const common = { personId: opened.personId, cause: { on, eventId }, settledBy, howeverLate: 'from-its-day' as const };
  return ['adult', 'camhs'].map((side): WantedTask => ({
    ...common,
    key: `${eventId} ${side}`,
    kind: `referral-answer-${side}`,
  }));
}
