// Requests for an early review, phase transfers, ceasing, appeals, and corrections of any of it.
import grounds from './cease-grounds.json' with { type: 'json' };
import { defineEvent, field } from '../../../kernel/events.js';
import { orderToldApart } from './events-orders.js';
import {
  appealResults,
  channels,
  legalRoles,
  mediationSteps,
  past25Settings,
  phases,
  recordedOrders,
  rightsHolders,
  roles,
} from './words.js';

const source = field.optional(field.code(['return']));
/** The event that is the decision letter which the appeal is about. */
const letter = { letterEventId: field.id() };

export const requestEvents = {
  earlyRequested: defineEvent(
    'EarlyReviewRequested',
    { requestId: field.id(), by: field.code(roles), reason: field.text() },
    { personal: ['reason'] },
  ),
  earlyAnswered: defineEvent(
    'EarlyReviewAnswered',
    { requestId: field.id(), agreed: field.flag(), reason: field.text() },
    { personal: ['reason'] },
  ),
  earlyWithdrawn: defineEvent('EarlyReviewRequestWithdrawn', { requestId: field.id() }),
  phaseDue: defineEvent('PhaseTransferDue', {
    transferId: field.id(),
    phase: field.code(phases),
    transferOn: field.date(),
    source,
  }),
  /** Occurs on the day on which the final plan that names the school or type was issued (EHC-40 to EHC-42). */
  phaseNamed: defineEvent('PhaseTransferNamed', {
    transferId: field.id(),
    placementId: field.optional(field.id()),
    source,
  }),
};

const ceaseGroundCodes: readonly string[] = Object.keys(grounds.grounds);

export const ceaseEvents = {
  /** Step 1 of EHC-62: told and consulted. */
  ceaseProposed: defineEvent('CeaseProposed', { ceaseId: field.id(), consulted: field.list(field.code(legalRoles)) }),
  ceaseDropped: defineEvent('CeaseNotPursued', { ceaseId: field.id() }),
  /** Step 2: the letter with appeal rights. The plan stays in force (EHC-31, EHC-66). */
  ceaseDecided: defineEvent('CeaseDecided', {
    ceaseId: field.id(),
    ground: field.code(ceaseGroundCodes),
    appealRightsGiven: field.flag(),
  }),
  ceased: defineEvent('PlanCeased', {
    ceaseId: field.optional(field.id()),
    ground: field.code(ceaseGroundCodes),
    source,
  }),
  /** EHC-64: the authority uses its discretion to go on to the end of the year. */
  continuedPast25: defineEvent('PlanContinuedPast25', {
    setting: field.code(past25Settings),
    trainingEndsOn: field.optional(field.date()),
  }),
  /** EHC-64: outside further education the plan ends with the course; said again with another day, that day counts from then on. */
  courseEndRecorded: defineEvent('CourseEndRecorded', { endsOn: field.date() }),
  /** CAL-15: that the rights under the plan are, or will be, the young person's. */
  rightsExplained: defineEvent('RightsExplained', {
    to: field.list(field.code(rightsHolders)),
    channel: field.code(channels),
  }),
};

export const appealEvents = {
  mediationRecorded: defineEvent(
    'MediationRecorded',
    { ...letter, step: field.code(mediationSteps) },
    { version: 2, upcasts: { 1: (data) => ({ ...data }) } },
  ),
  certificateIssued: defineEvent('MediationCertificateIssued', letter),
  appealRegistered: defineEvent('AppealRegistered', { ...letter, appealId: field.id(), placementOnly: field.flag() }),
  appealDetermined: defineEvent(
    'AppealDetermined',
    { appealId: field.id(), result: field.code(appealResults), order: field.code(recordedOrders) },
    { version: 2, upcasts: { 1: orderToldApart } },
  ),
};

export const correctionEvents = {
  /** Occurs on the day of the correction. `field` is `on` for the date of the event itself. */
  dateCorrected: defineEvent(
    'DateCorrected',
    {
      correctsEventId: field.id(),
      field: field.id(),
      from: field.dateAsRecorded(),
      to: field.date(),
      reason: field.text(),
    },
    { personal: ['reason'], beforeBirth: ['from'] },
  ),
  factWithdrawn: defineEvent('FactWithdrawn', { eventId: field.id(), reason: field.text() }, { personal: ['reason'] }),
};
