// What transitions bring to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { paths } from '../../engine/web/paths.js';
import { transitionKind } from './domain/transition-kind.js';
import { transitionEvents, type TransitionFact } from './domain/events.js';
import { deadlineSubjects } from './domain/facts.js';
import { namedWorkers } from './domain/named-workers.js';
import type { Transition } from './domain/state.js';
import { diedInTransition } from './follow-ups/died-in-transition.js';
import { lateReferral } from './follow-ups/late-referral.js';
import { referredBack } from './follow-ups/referred-back.js';
import { unansweredHandOver } from './follow-ups/unanswered-hand-over.js';
import { unansweredReferral } from './follow-ups/unanswered-referral.js';
import { missedFirstAppointment } from './follow-ups/missed-first-appointment.js';
import { transitionsHeldOn } from './held-on.js';
import { sendNowOf } from '../../engine/person/domain/events.js';
import { transitionProjection } from './projection.js';

export const transitionSlice: Slice = {
  name: 'transition',
  events: transitionEvents,
  projections: [transitionProjection],
  managers: [
    missedFirstAppointment,
    lateReferral,
    referredBack,
    unansweredReferral,
    unansweredHandOver,
    diedInTransition,
  ],
  cases: [
    replayable<Transition, TransitionFact>(transitionKind, {
      noun: transitionKind.noun,
      of: {
        pathway: 'transition',
        keptAs: 'health',
        openCases: 'SELECT person_id, id AS case_id FROM transition_case WHERE closed_on > ?1',
        seenBy: ['camhs-clinician', 'adult-clinician'],
      },
      subjects: (id, state, { birthDate, events }) =>
        deadlineSubjects(id, state, { birthDate, send: sendNowOf(events), ...namedWorkers(events) }),
      heldOn: transitionsHeldOn,
      addressOf: ({ caseId }) => paths.transition.case({ transitionId: caseId }),
    }),
  ],
};
