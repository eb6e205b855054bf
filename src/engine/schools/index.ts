// What the list of schools and colleges brings to the whole.
import { replayable, type Slice } from '../processing/slice.js';
import { paths } from '../web/paths.js';
import { school, schoolEvents } from './domain/school.js';
import { schoolProjection } from './projection.js';

export const schoolSlice: Slice = {
  name: 'schools',
  events: schoolEvents,
  projections: [schoolProjection],
  served: () => import('./served.js'),
  cases: [replayable(school, { noun: school.noun })],
  navigation: [
    {
      text: 'Schools',
      href: paths.schools.list(),
      place: 175,
      needs: 'FindSchools',
      // Looked up now and then: from home, and from where a school is named.
      roles: [],
      onHome: 'Schools and colleges',
    },
  ],
};
