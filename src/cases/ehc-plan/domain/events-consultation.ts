// Schools that are consulted before they are named (EHC-30).
import { defineEvent, field } from '../../../kernel/events.js';
import { channels, consultationEnds, dfeSettings, placementKinds, schoolReplies } from './words.js';

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
