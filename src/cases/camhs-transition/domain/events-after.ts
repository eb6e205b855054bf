// What happens once the adult side has the young person: promised contacts, first appointments, audits and surveys.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import * as codes from './codes.js';

const promise = { kind: field.code(codes.contactKinds), by: field.listed('promisers') };
/** Version 1 took any text for who it was. */
const promiserListed = { version: 2, upcasts: { 1: asListed({ by: 'promisers' }) } };

export const afterEvents = {
  promisedContactMade: defineEvent('PromisedContactMade', promise, promiserListed),
  promisedContactMissed: defineEvent(
    'PromisedContactMissed',
    { ...promise, missedBy: field.code(codes.missedBy), reason: field.optional(field.text()) },
    { ...promiserListed, personal: ['reason'] },
  ),
  appointmentBooked: defineEvent('FirstAdultAppointmentBooked', { appointmentId: field.id(), bookedFor: field.date() }),
  appointmentAttended: defineEvent('FirstAdultAppointmentAttended', { appointmentId: field.id() }),
  /** Who saw the young person; a code, as of any worker. Another one than at the first appointment comes with its reason (TRN-28). */
  practitionerSeen: defineEvent(
    'AdultPractitionerSeen',
    {
      appointmentId: field.id(),
      practitionerId: field.listed('workers'),
      otherThanFirst: field.flag(),
      reason: field.optional(field.text()),
    },
    { version: 2, personal: ['reason'], upcasts: { 1: asListed({ practitionerId: 'workers' }) } },
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
