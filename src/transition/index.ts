// What transitions bring to the whole.
import { replayable, type Slice } from '../processing/slice.js';
import { transition } from './domain/decide.js';
import { transitionEvents, type TransitionFact } from './domain/events.js';
import { deadlineSubjects } from './domain/facts.js';
import { namedWorkers } from './domain/named-workers.js';
import type { Transition } from './domain/state.js';
import { transitionProjection } from './projection.js';

export const transitionSlice: Slice = {
  name: 'transition',
  events: transitionEvents,
  projections: [transitionProjection],
  cases: [
    replayable<Transition, TransitionFact>(transition, {
      noun: transition.noun,
      pathway: 'transition',
      subjects: (id, state, { birthDate, events }) =>
        deadlineSubjects(id, state, { birthDate, ...namedWorkers(events) }),
    }),
  ],
};
