// What questionnaires bring to the whole: their events and their case. They are about no one, and so on no list of people.
import { replayable, type Slice } from '../../../engine/processing/slice.js';
import { ownPaths, paths } from './paths.js';
import { questionnaireEvents } from '../domain/questionnaires/events.js';
import { loadedQuestionnaires } from '../domain/questionnaires/loaded.js';

export const questionnaireSlice: Slice = {
  name: 'readiness-questionnaires',
  events: questionnaireEvents,
  projections: [],
  served: () => import('./served.js'),
  paths: ownPaths,
  navigation: [
    {
      text: 'Questionnaires',
      href: paths.questionnaires.list(),
      place: 165,
      needs: 'ListQuestionnaires',
      roles: ['specialist-nurse'],
      onHome: 'Questionnaires of Ready Steady Go',
    },
  ],
  cases: [replayable(loadedQuestionnaires, { noun: loadedQuestionnaires.noun })],
};
