// Schools that are consulted, changes of the ICB, what is done in an appeal, and the further points of a review meeting.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { orderToldApart } from './events-orders.js';
import {
  channels,
  consultationEnds,
  dfeSettings,
  icbRequests,
  placementKinds,
  pointFindings,
  recordedOrders,
  reviewPoints,
  schoolReplies,
  tribunalActs,
} from './words.js';

const consultationId = field.id();
export const consultationEvents = {
  /** Occurs on the day on which the school was asked; its fifteen days run from then (EHC-30). */
  schoolConsulted: defineEvent('SchoolConsulted', {
    consultationId,
    kind: field.code(placementKinds),
    urn: field.optional(field.digits(10)),
    ukprn: field.optional(field.digits(10)),
    /** DfE `sensetting`, where there is neither URN nor UKPRN. */
    setting: field.optional(field.code(dfeSettings)),
    channel: field.code(channels),
  }),
  /** `nil`: it answered that it has nothing to say. No answer at all is no event. */
  schoolReplied: defineEvent(
    'SchoolReplied',
    { consultationId, reply: field.code(schoolReplies), reason: field.optional(field.text()) },
    { personal: ['reason'] },
  ),
  consultationEnded: defineEvent('ConsultationWithdrawn', { consultationId, because: field.code(consultationEnds) }),
};

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

export const pointEvents = {
  /** EHC-10, EHC-33: what the meeting must also look at for some, beside the headings of EHC-18 to EHC-20. */
  pointRecorded: defineEvent('ReviewPointRecorded', {
    cycleId: field.id(),
    point: field.code(reviewPoints),
    finding: field.code(pointFindings),
  }),
};
