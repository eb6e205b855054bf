// Letters that can be appealed against, mediation, appeals, what the Tribunal fixes, and what is done under an order or an agreement (EHC-70 to EHC-78).
import { defineEvent, field, type Upcast } from '../../../kernel/events.js';
import {
  agreedActs,
  appealResults,
  mediationSteps,
  orderSteps,
  recordedOrders,
  refusals,
  tribunalActs,
} from './words.js';

const before: Readonly<Record<string, string>> = { amend: 'amend-unspecified', maintain: 'keep-plan' };

/** Orders told only "amend" and "maintain"; which sections were to be amended was not said. */
export const orderToldApart: Upcast = (data) => ({ ...data, order: before[String(data['order'])] ?? data['order'] });

/** The event that is the decision letter which the appeal is about. */
const letter = { letterEventId: field.id() };

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

const appealId = field.id();
const act = field.code(tribunalActs);
export const tribunalEvents = {
  /** Occurs on the day on which the authority received it: the thirty working days of the response run from then (EHC-73). */
  appealNoticeReceived: defineEvent('AppealNoticeReceived', { appealId }),
  tribunalDateFixed: defineEvent('TribunalDateFixed', {
    appealId,
    directionId: field.id(),
    act,
    dueOn: field.date(),
  }),
  tribunalActDone: defineEvent('TribunalActDone', { appealId, act, directionId: field.optional(field.id()) }),
  /** Occurs on the day on which the authority told the Tribunal that it does not oppose (EHC-77). */
  appealConceded: defineEvent(
    'AppealConceded',
    { appealId, order: field.code(recordedOrders) },
    { version: 2, upcasts: { 1: orderToldApart } },
  ),
};

export const orderEvents = {
  /** Occurs on the day of the letter. */
  refusalNotified: defineEvent('RefusalNotified', { refusal: field.code(refusals), appealRightsGiven: field.flag() }),
  /** Occurs on the day of the written agreement. `limitOn`: another limit, if the parties agreed one in writing. */
  mediationAgreed: defineEvent('MediationAgreed', {
    agreementId: field.id(),
    letterEventId: field.id(),
    act: field.code(agreedActs),
    councilTookPart: field.flag(),
    limitOn: field.optional(field.date()),
  }),
  /** `orderId`: the appeal whose order it is, or the agreement. */
  orderStepDone: defineEvent('OrderStepDone', { orderId: field.id(), step: field.code(orderSteps) }),
};
