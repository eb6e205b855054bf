// What transitions bring to the whole.
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { ownPaths, paths } from './paths.js';
import { transitionKind } from './domain/transition-kind.js';
import { transitionEvents, type TransitionFact } from './domain/events.js';
import { transitionEventsBefore } from './domain/events-before.js';
import { deadlineSubjects } from './domain/facts.js';
import { involves } from './involves.js';
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
  events: { ...transitionEvents, ...transitionEventsBefore },
  projections: [transitionProjection],
  served: () => import('./served.js'),
  paths: ownPaths,
  managers: [
    missedFirstAppointment,
    lateReferral,
    referredBack,
    unansweredReferral,
    unansweredHandOver,
    diedInTransition,
  ],
  navigation: [
    {
      ...{ text: 'Transitions', href: paths.transition.register(), place: 50, needs: 'ListTransitions' },
      onHome: 'Transitions by gate: who turns 17, 17½ and 18',
    },
    {
      ...{ text: 'Interface meeting', href: paths.transition.agenda(), place: 60, needs: 'GetInterfaceAgenda' },
      onHome: 'Agenda of the interface meeting',
    },
    {
      ...{ text: 'Hand-overs', href: paths.adult.handOvers(), place: 70 },
      ...{ needs: 'ListHandOvers', roles: ['adult-clinician'] },
      onHome: 'Hand-overs to adult services, item by item',
    },
    {
      ...{ text: 'First six months', href: paths.adult.firstMonths(), place: 80 },
      ...{ needs: 'ListFirstMonths', roles: ['adult-clinician'] },
      onHome: 'The first six months after the transfer: who came, who was missed',
    },
    {
      ...{ text: 'Past 18', href: paths.past18(), place: 90, needs: 'ListPast18', roles: ['camhs-clinician'] },
      onHome: 'Still open to CAMHS past 18, and why',
    },
  ],
  personLinks: [
    {
      // Adult services do not see the history, and so none of its cases: their way in is the hand-over.
      ...{ text: 'Hand-overs to adult services', needs: 'ListHandOvers', unless: 'GetHistory' },
      at: (personId) => paths.adult.handOvers({}, { personId }),
    },
  ],
  cases: [
    replayable<Transition, TransitionFact>(transitionKind, {
      noun: transitionKind.noun,
      of: {
        pathway: 'transition',
        keptAs: 'health',
        openCases: 'SELECT person_id, id AS case_id FROM transition_case WHERE closed_on > ?1',
        tasksAt: ({ caseId }) => paths.adult.handOver({ transitionId: caseId }),
        seenBy: ['camhs-clinician', 'adult-clinician'],
      },
      involves,
      subjects: (id, state, { birthDate, events }) =>
        deadlineSubjects(id, state, { birthDate, send: sendNowOf(events), ...namedWorkers(events) }),
      heldOn: transitionsHeldOn,
      addressOf: ({ caseId }) => paths.transition.case({ transitionId: caseId }),
    }),
  ],
};
