// What young people bring to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { ownPaths, paths } from './paths.js';
import { youngPersonKind } from './domain/person-kind.js';
import { departureEventsBefore, youngPersonEvents } from '../../engine/person/domain/events.js';
import { identifierEvents } from './identifiers/identifier.js';
import { youngPeopleProjection } from './projection.js';

export const youngPeopleSlice: Slice = {
  name: 'young-people',
  events: { ...youngPersonEvents, ...departureEventsBefore, ...identifierEvents },
  projections: [youngPeopleProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  navigation: [
    {
      ...{ text: 'Records', href: paths.forgetting.find(), place: 160, needs: 'FindForForgetting' },
      onHome: 'Records: until when a person’s are kept, and who may be forgotten',
    },
    {
      ...{ text: 'Find a person', href: paths.search(), place: 180, needs: 'FindYoungPeople' },
      onHome: 'Find a person by name, NHS number, UPN or case',
    },
  ],
  // The clear state: values of superseded identifiers are restricted (REC-34) and stay out of a replayed state.
  cases: [replayable(youngPersonKind, { noun: youngPersonKind.noun })],
};
