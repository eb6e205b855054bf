// One transition, its steps by stage, as of a date.
import { question } from '../../../engine/use-cases/question.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Area } from '../../../engine/directory/area.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marksOf } from '../../../engine/person/person-marks.js';
import { TransitionView } from './case-view.js';
import { viewCase } from './view-case.js';
import { checkVisible } from '../../../engine/person/visible-to.js';

export const getTransition = question({
  name: 'GetTransition',
  get: 'api/v1/transitions/:transitionId',
  section: 'Transitions',
  tells: 'One transition with its steps by stage, as of a date',
  rules: ['AMB-06', 'TRN-44', 'TRN-45'],
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
    because:
      'Adult clinicians and SEND caseworkers only with consent, adult clinicians also once the case is theirs (TRN-42 to TRN-44).',
  },
  answers: TransitionView,
  uses: [ReadSide, Clock, Area],
  answer: async ({ at: { transitionId: id }, asked }, readSide, clock, area): Promise<TransitionView> => {
    const { db } = readSide;
    const today = clock.today();
    checkVisible(db, id, asked.actor, today);
    const view = viewCase(db, id, asked.asOf, area.crisisLine);
    return Promise.resolve({ ...view, ...marksOf(db, [view.personId], asked, today)(view.personId) });
  },
  shows: everyoneIn,
});
