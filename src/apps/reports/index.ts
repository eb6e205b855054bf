// What the reports bring to the whole: the facts of what was published.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { paths } from '../paths.js';
import { ownPaths } from './paths.js';
import { publication, publicationEvents } from './domain/publication.js';
import { publicationProjection } from './projection.js';

export const reportsSlice: Slice = {
  name: 'reports',
  events: publicationEvents,
  projections: [publicationProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  navigation: [
    {
      ...{ text: 'The area', href: paths.reports.area(), place: 20 },
      ...{ needs: 'CountLateReviews', roles: ['manager', 'auditor'] },
    },
  ],
  cases: [replayable(publication, { noun: publication.noun })],
};
