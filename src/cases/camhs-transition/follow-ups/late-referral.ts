// Referred into CAMHS after 17 years and 6 months: there is no time for stages one after the other (TRN-03, R16).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { TransitionFact } from '../domain/events.js';
import { transitionFacts } from '../domain/facts.js';
import type { Done, Transition } from '../domain/state.js';

export const lateReferral = processManager<Transition, TransitionFact>(transitionKind, {
  name: 'late-referral',
  words: {
    when: 'A case was opened for a young person who was referred into CAMHS after 17 years and 6 months',
    then:
      'A task for CAMHS to start planning at once, stages 1 and 2 together, and one to bring the case to the next interface meeting. ' +
      'They are done when the step is recorded, and go when the case is closed or the date of the referral is corrected.',
    rules: ['TRN-03', 'TRN-04', 'TRN-44'],
  },
  pathway: 'transition',
  wakes: new Set<TransitionFact['type']>([
    'TransitionOpened',
    'TransitionStepRecorded',
    'TransitionMarkRecorded',
    'InterfaceDiscussed',
    'JointPlanAgreed',
    'CamhsClosed',
    'FactWithdrawn',
    'FactCorrected',
  ]),
  wanted: (_, state) => {
    const { opened } = state;
    if (!opened?.late) return [];
    const planning = transitionFacts(state, opened, {}).planningStarted;
    return [
      ...task(state, 'late-referral-planning', planning),
      ...task(state, 'late-referral-interface', state.discussions[0]),
    ];
  },
});

function task({ opened, closed }: Transition, kind: string, settledBy: Done | undefined): WantedTask[] {
  if (!opened || (closed && !settledBy)) return [];
  const { on, eventId, personId } = opened;
  return [{ key: kind, kind, personId, cause: { on, eventId }, settledBy }];
}
