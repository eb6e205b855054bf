// What happens once the adult side has the young person: promised contacts, first appointments, audits and surveys.
import { defineEvent, field } from '../../kernel/events.js';
import * as codes from './codes.js';

const promise = { kind: field.code(codes.contactKinds), by: field.text(60) };

export const afterEvents = {
  promisedContactMade: defineEvent('PromisedContactMade', promise),
  promisedContactMissed: defineEvent(
    'PromisedContactMissed',
    { ...promise, missedBy: field.code(codes.missedBy), reason: field.optional(field.text()) },
    { personal: ['reason'] },
  ),
  appointmentBooked: defineEvent('FirstAdultAppointmentBooked', { appointmentId: field.id(), bookedFor: field.date() }),
  appointmentAttended: defineEvent('FirstAdultAppointmentAttended', { appointmentId: field.id() }),
  /** Who saw the young person; a code, as of any worker. Another one than at the first appointment comes with its reason (TRN-28). */
  practitionerSeen: defineEvent(
    'AdultPractitionerSeen',
    {
      appointmentId: field.id(),
      practitionerId: field.id(),
      otherThanFirst: field.flag(),
      reason: field.optional(field.text()),
    },
    { personal: ['reason'] },
  ),
  appointmentMissed: defineEvent('FirstAdultAppointmentMissed', { appointmentId: field.id() }),
  contactedAfterMiss: defineEvent('ContactedAfterMiss', {
    appointmentId: field.id(),
    method: field.code(codes.contactMethods),
    reached: field.flag(),
  }),
  referredBack: defineEvent('ReferredBackToNamedWorker', { reason: field.text() }, { personal: ['reason'] }),
  adultDischarged: defineEvent(
    'AdultServiceDischarged',
    { reason: field.code(codes.dischargeReasons), everAttended: field.flag(), note: field.optional(field.text()) },
    { personal: ['note'] },
  ),
  auditCompleted: defineEvent(
    'TransitionAuditCompleted',
    { which: field.code(codes.beforeOrAfter), evidence: field.optional(field.text(400)) },
    { personal: ['evidence'] },
  ),
  surveyRecorded: defineEvent('TransitionSurveyRecorded', {
    which: field.code(codes.beforeOrAfter),
    outcome: field.code(codes.surveyOutcomes),
  }),
};
