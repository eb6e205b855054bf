// One hand-over: its items, who accepted what, the no-gap invariant, and the first months after it (TRN-01, TRN-27).
import { question } from '../../../engine/use-cases/question.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Area } from '../../../engine/directory/area.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marksOf } from '../../../engine/person/person-marks.js';
import { HandOverView } from './hand-over-views.js';
import { viewHandOver } from './view-hand-over.js';
import { checkVisible } from '../../../engine/person/visible-to.js';

export const getHandOver = question({
  name: 'GetHandOver',
  get: 'api/v1/transitions/:transitionId/hand-over',
  section: 'Transitions',
  tells: 'One hand-over and the first months after it',
  rules: ['TRN-01', 'TRN-27', 'TRN-44', 'TRN-B3.3'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
    because:
      'As the list of hand-overs: adult services see what comes to them, with consent or once it is theirs (TRN-44).',
  },
  answers: HandOverView,
  uses: [ReadSide, Clock, Area],
  answer: async ({ at: { transitionId: id }, asked }, readSide, clock, area): Promise<HandOverView> => {
    const { db } = readSide;
    const today = clock.today();
    checkVisible(db, id, asked.actor, today);
    const view = viewHandOver(db, id, asked.asOf, area.crisisLine);
    return Promise.resolve({ ...view, ...marksOf(db, [view.personId], asked, today)(view.personId) });
  },
  shows: everyoneIn,
});
