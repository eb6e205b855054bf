// What young people bring to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { youngPersonKind } from './domain/person-kind.js';
import { youngPersonEvents } from '../../engine/person/domain/events.js';
import { identifierEvents } from './identifiers/identifier.js';
import { youngPeopleProjection } from './projection.js';

export const youngPeopleSlice: Slice = {
  name: 'young-people',
  events: { ...youngPersonEvents, ...identifierEvents },
  projections: [youngPeopleProjection],
  // The clear state: values of superseded identifiers are restricted (REC-34) and stay out of a replayed state.
  cases: [replayable(youngPersonKind, { noun: youngPersonKind.noun })],
};
