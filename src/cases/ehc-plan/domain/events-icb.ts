// A change of the ICB that answers for the young person (EHC-54).
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { icbRequests } from './words.js';

const changeId = field.id();
export const icbEvents = {
  /** Occurs on the day on which the old ICB came to know (EHC-54). */
  icbChangeKnown: defineEvent(
    'IcbChangeKnown',
    {
      changeId,
      fromIcb: field.optional(field.listed('organisations')),
      toIcb: field.listed('organisations'),
      movesOn: field.date(),
    },
    { version: 2, upcasts: { 1: asListed({ fromIcb: 'organisations', toIcb: 'organisations' }) } },
  ),
  newIcbNotified: defineEvent('NewIcbNotified', { changeId }),
  /** `awareOn`: when the new ICB came to know that it is responsible; its fifteen working days begin with that day. */
  provisionJudged: defineEvent('NewIcbJudgedProvision', { changeId, awareOn: field.date(), canSecure: field.flag() }),
  icbRequested: defineEvent('IcbRequestReceived', { changeId, asksFor: field.code(icbRequests) }),
  /** Occurs on the day on which the review was opened or the reassessment notified. */
  icbRequestMet: defineEvent('IcbRequestMet', { changeId, by: field.code(icbRequests) }),
};
