// Events about consent: who was found able to decide, what was decided, and where it was overridden.
import { defineEvent, field } from '../../kernel/events.js';
import { competenceOutcomes, consentDeciders, consentDecisions, consentPurposeCodes, overrideBases } from './codes.js';

export const consentEvents = {
  /** Who, when, for which decision (TRN-41). Without a recipient it holds for every recipient of the purpose. */
  competenceAssessed: defineEvent(
    'CompetenceAssessed',
    {
      purpose: field.code(consentPurposeCodes),
      recipient: field.optional(field.text(60)),
      outcome: field.code(competenceOutcomes),
      assessedBy: field.text(200),
      notes: field.optional(field.text()),
    },
    { personal: ['assessedBy', 'notes'] },
  ),
  /** Specific to a purpose and a recipient, dated, revocable (TRN-43). */
  consentRecorded: defineEvent(
    'ConsentRecorded',
    {
      purpose: field.code(consentPurposeCodes),
      /** Code of the organisation or service. */
      recipient: field.text(60),
      decision: field.code(consentDecisions),
      decidedBy: field.code(consentDeciders),
      /** The contact who decided, when it was not the young person. */
      contactId: field.optional(field.id()),
      why: field.optional(field.text()),
    },
    { personal: ['why'] },
  ),
  /** Disclosure without consent, with its ground (TRN-44). */
  consentOverridden: defineEvent(
    'ConsentOverridden',
    {
      purpose: field.code(consentPurposeCodes),
      recipient: field.text(60),
      basis: field.code(overrideBases),
      /** First day on which it no longer holds. */
      until: field.optional(field.date()),
      reason: field.text(),
      authorisedBy: field.text(200),
    },
    { personal: ['reason', 'authorisedBy'] },
  ),
};
