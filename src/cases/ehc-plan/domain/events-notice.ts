// From the decision notice to the final plan. `cycleId` is a review; `amendmentId` an amendment without one (EHC-05).
import { defineEvent, field } from '../../../kernel/events.js';
import { ceaseGrounds } from './cease-grounds.js';
import {
  channels,
  decidedOutcomes,
  finalOrigins,
  lackKinds,
  legalRoles,
  proposedChanges,
  recipients,
  roles,
} from './words.js';

const track = { cycleId: field.optional(field.id()), amendmentId: field.optional(field.id()) };
/** Only a return tells of it, with the reference date of that return. */
const returned = { source: field.optional(field.code(['return'])), returnOn: field.optional(field.date()) };
/** What the law asks for and was not on record by then; left out where nobody was asked, empty where nothing was missing. */
const lacks = {
  lacks: field.optional(
    field.list(field.object({ what: field.code(lackKinds), role: field.optional(field.code(roles)) })),
  ),
  lacksReason: field.optional(field.text()),
};

export const noticeEvents = {
  /** Occurs on the day on which it was sent: that, and nothing else, completes the review (EHC-02). Version 1 did not say what was missing. */
  decisionSent: defineEvent(
    'DecisionNoticeSent',
    {
      cycleId: field.id(),
      outcome: field.code(decidedOutcomes),
      proposedChanges: field.code(proposedChanges),
      appealRightsGiven: field.optional(field.flag()),
      reason: field.optional(field.text()),
      ...lacks,
      /** Where it was decided to cease (EHC-31): on which ground, once the notice is the decision letter. */
      ground: field.optional(field.code(ceaseGrounds)),
      /** Where it was decided to cease and no proposal went before: who was consulted (EHC-62). Before version 4 nobody was asked. */
      consulted: field.optional(field.list(field.code(legalRoles))),
      ...returned,
    },
    {
      version: 4,
      personal: ['reason', 'lacksReason'],
      upcasts: { 1: (data) => ({ ...data }), 2: (data) => ({ ...data }), 3: (data) => ({ ...data }) },
    },
  ),
  amendmentSent: defineEvent('AmendmentNoticeSent', { ...track, ...returned }),
  /** Occurs on the day of service, from which the fifteen days run (EHC-25, R14). */
  noticeServed: defineEvent('NoticeServed', { ...track, channel: field.code(channels) }),
  noticeBounced: defineEvent('NoticeBounced', { ...track, channel: field.code(channels) }),
  representationsReceived: defineEvent(
    'RepresentationsReceived',
    {
      ...track,
      asksForMeeting: field.optional(field.flag()),
      namesSetting: field.optional(field.flag()),
      summary: field.optional(field.text()),
    },
    { personal: ['summary'] },
  ),
  /** In writing, by the one who has the right. */
  representationsWaived: defineEvent('RepresentationsWaived', { ...track }),
  amendmentsDropped: defineEvent(
    'AmendmentsDropped',
    { ...track, appealRightsGiven: field.flag(), reason: field.text(), ...lacks },
    { version: 2, personal: ['reason', 'lacksReason'], upcasts: { 1: (data) => ({ ...data }) } },
  ),
  /** EHC-29: the final plan went to more of the three who must get it. */
  finalPlanCopied: defineEvent('FinalPlanCopied', { ...track, recipients: field.list(field.code(recipients)) }),
  finalPlanIssued: defineEvent(
    'FinalPlanIssued',
    {
      ...track,
      origin: field.code(finalOrigins),
      recipients: field.list(field.code(recipients)),
      /** Set when it went out before the family's fifteen days had run. */
      issuedEarly: field.optional(field.flag()),
      reasonForEarly: field.optional(field.text()),
      /** By order or agreement: the appeal or the agreement that it complies with. */
      orderId: field.optional(field.id()),
    },
    { version: 2, personal: ['reasonForEarly'], upcasts: { 1: (data) => ({ ...data }) } },
  ),
};
