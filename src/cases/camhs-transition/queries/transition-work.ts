// What can be recorded of one transition, and its dates with their arithmetic.
import { question } from '../../../engine/use-cases/question.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { checkVisible } from '../../../engine/person/visible-to.js';
import { workOn } from './work-on.js';
import { TransitionWork } from './work-view.js';

export const getTransitionWork = question({
  name: 'GetTransitionWork',
  get: 'api/v1/transitions/:transitionId/work',
  section: 'Transitions',
  tells: 'What can be recorded of a transition, its dates with their arithmetic, its consents',
  rules: ['AMB-06', 'TRN-43', 'TRN-44', 'TRN-45'],
  who: {
    roles: [
      'system',
      'camhs-clinician',
      'adult-clinician',
      'specialist-nurse',
      'send-caseworker',
      'manager',
      'auditor',
    ],
    because: 'Whoever sees the case sees why its dates are what they are (TRN-42 to TRN-44).',
  },
  answers: TransitionWork,
  uses: [ReadSide, Clock],
  answer: async ({ at: { transitionId: id }, asked: { actor, asOf } }, readSide, clock): Promise<TransitionWork> => {
    const { db } = readSide;
    checkVisible(db, id, actor, clock.today());
    const own = actor.role === 'adult-clinician' ? actor.organisation : undefined;
    return Promise.resolve(workOn(db, id, asOf, own));
  },
  shows: (_, { at: { transitionId: id } }) => [id],
});
