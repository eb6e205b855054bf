// How each fact changes what is known of a young person.
import type { Departure, YoungPersonEvent } from '../../../engine/person/domain/events.js';
import { consentKey } from '../../../engine/person/domain/consent.js';
import { withPlan } from '../../../engine/person/domain/send-status.js';
import { inOrder, replace } from '../../../engine/person/domain/lists.js';
import type { StandingDeparture, YoungPerson } from '../../../engine/person/domain/state.js';

export function evolve(state: YoungPerson, event: YoungPersonEvent): YoungPerson {
  const on = event.occurredOn;
  switch (event.type) {
    case 'YoungPersonRegistered': {
      const { sendStatus, responsible } = event.data;
      return { ...state, registeredOn: on, responsible, sendStatuses: [{ status: sendStatus, on, eventId: event.id }] };
    }
    case 'YoungPersonDetailsCorrected':
    case 'ContactChanged':
    case 'CommunicationNeedsRecorded':
      return state;
    case 'IdentifierAdded': {
      const { identifierId: id, kind, issuer } = event.data;
      const others = state.identifiers.filter((held) => held.id !== id);
      return { ...state, identifiers: [...others, { id, kind, issuer, from: on }] };
    }
    case 'IdentifierSuperseded': {
      const { identifierId, why, replacedBy } = event.data;
      return { ...state, identifiers: replace(state.identifiers, identifierId, { supersededOn: on, why, replacedBy }) };
    }
    case 'ContactAdded':
      return { ...state, contacts: [...state.contacts, { id: event.data.contactId, from: on }] };
    case 'ContactEnded':
      return { ...state, contacts: replace(state.contacts, event.data.contactId, { to: on }) };
    case 'NamedWorkerAssigned': {
      const { assignmentId: id, role, workerId, organisation } = event.data;
      return { ...state, workers: [...state.workers, { id, role, workerId, organisation, from: on }] };
    }
    case 'NamedWorkerEnded':
      return { ...state, workers: replace(state.workers, event.data.assignmentId, { to: on }) };
    case 'SendStatusRecorded': {
      // What was said when we met them has no day of its own: every later word goes before it, of whichever day.
      const [first, ...later] = state.sendStatuses;
      const entry = { status: event.data.status, on, eventId: event.id };
      return { ...state, sendStatuses: first ? [first, ...inOrder(later, entry)] : [entry] };
    }
    case 'EhcPlanKnown':
    case 'EhcPlanGone':
      return { ...state, plans: withPlan(state.plans, event) };
    case 'CompetenceAssessed': {
      const { purpose, recipient, outcome } = event.data;
      return { ...state, assessments: inOrder(state.assessments, { purpose, recipient, outcome, on }) };
    }
    case 'ConsentRecorded': {
      const { purpose, recipient, decision, decidedBy } = event.data;
      const key = consentKey(purpose, recipient);
      const entry = { eventId: event.id, purpose, recipient, decision, decidedBy, on };
      return { ...state, consents: { ...state.consents, [key]: inOrder(state.consents[key], entry) } };
    }
    case 'ConsentOverridden': {
      const { purpose, recipient, basis, until, authorisedBy } = event.data;
      const key = consentKey(purpose, recipient);
      const entry = { eventId: event.id, purpose, recipient, basis, until, authorisedBy, on };
      return { ...state, overrides: { ...state.overrides, [key]: inOrder(state.overrides[key], entry) } };
    }
    case 'YoungPersonMovedAway':
      return withDepartures(state, [...state.departures, { eventId: event.id, what: 'move-away', on }]);
    case 'YoungPersonDied':
      return withDepartures(state, [...state.departures, { eventId: event.id, what: 'death', on }]);
    case 'YoungPersonForgotten':
      return { ...state, forgottenOn: on };
  }
}

const withDepartures = (state: YoungPerson, departures: readonly StandingDeparture[]): YoungPerson => {
  const last = (what: Departure) => departures.findLast((one) => one.what === what)?.on;
  return { ...state, departures, movedOn: last('move-away'), diedOn: last('death') };
};
