// Refusals that can be appealed against, what a mediation agrees, and what is done under an order or an agreement (EHC-75 to EHC-78).
import { defineEvent, field, type Upcast } from '../../../kernel/events.js';
import { agreedActs, orderSteps, refusals } from './words.js';

const before: Readonly<Record<string, string>> = { amend: 'amend-unspecified', maintain: 'keep-plan' };

/** Orders told only "amend" and "maintain"; which sections were to be amended was not said. */
export const orderToldApart: Upcast = (data) => ({ ...data, order: before[String(data['order'])] ?? data['order'] });

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
