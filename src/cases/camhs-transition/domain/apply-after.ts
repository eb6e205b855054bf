// What the facts after the hand-over change in the view: promised contacts, first appointments, audits, surveys.
import type { PastEventOf } from '../../../kernel/events.js';
import { earlier } from './apply-receiving.js';
import type { afterEvents } from './events-after.js';
import { letGo } from './receiving.js';
import { settle, settleDone } from './settle.js';
import type { Appointment, Done, Transition } from './state.js';

type AfterEvent = PastEventOf<typeof afterEvents>;

export function applyAfter(view: Transition, event: AfterEvent, done: Done): Transition {
  switch (event.type) {
    case 'PromisedContactMade':
      return { ...view, contacts: [...view.contacts, { ...done, kind: event.data.kind }] };
    case 'PromisedContactMissed': {
      const { kind, missedBy } = event.data;
      return { ...view, contacts: [...view.contacts, { ...done, kind, missedBy }] };
    }
    case 'FirstAdultAppointmentBooked': {
      const { appointmentId, bookedFor } = event.data;
      return withAppointment(view, appointmentId, { ...done, bookedFor, status: 'booked' });
    }
    case 'FirstAdultAppointmentAttended': {
      const { appointmentId } = event.data;
      const introduced = settleDone(view, 'adultIntroduction', done);
      return change({ ...introduced, met: earlier(view.met, done) }, appointmentId, {
        status: 'attended',
        outcome: done,
      });
    }
    case 'AdultPractitionerSeen': {
      const { appointmentId, practitionerId, otherThanFirst } = event.data;
      return change(view, appointmentId, { seen: { ...done, practitionerId, otherThanFirst } });
    }
    case 'FirstAdultAppointmentMissed':
      return change(view, event.data.appointmentId, { status: 'missed', outcome: done });
    case 'ContactedAfterMiss': {
      const { appointmentId } = event.data;
      const contacted = view.appointments[appointmentId]?.contacted ?? done;
      return change(view, appointmentId, { contacted });
    }
    case 'ReferredBackToNamedWorker':
      return { ...view, referredBack: done };
    case 'AdultServiceDischarged':
      return withCamhsAgain({ ...letGo(view, done), discharged: done });
    case 'TransitionAuditCompleted':
      return settleDone(view, event.data.which === 'pre' ? 'preAudit' : 'postAudit', done);
    case 'TransitionSurveyRecorded': {
      const { which, outcome } = event.data;
      const settled = { ...done, outcome: outcome === 'completed' ? 'done' : outcome } as const;
      return settle(view, which === 'pre' ? 'preSurvey' : 'postSurvey', settled);
    }
  }
}

/** Discharged while CAMHS still has the case: it leads again, and there is nowhere chosen to go. */
const withCamhsAgain = (view: Transition): Transition => (view.closed ? view : { ...view, chosen: undefined });

const withAppointment = (view: Transition, id: string, appointment: Appointment): Transition => ({
  ...view,
  appointments: { ...view.appointments, [id]: appointment },
});

function change(view: Transition, id: string, news: Partial<Appointment>): Transition {
  const appointment = view.appointments[id];
  return appointment ? withAppointment(view, id, { ...appointment, ...news }) : view;
}
