// Events about consent: who was found able to decide, what was decided, and where it was overridden.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { competenceOutcomes, consentDeciders, consentDecisions, consentPurposeCodes, overrideBases } from './codes.js';

/** Version 1 took any text for the recipient. */
const recipientListed = asListed({ recipient: 'organisations' });

export const consentEvents = {
  /** Who, when, for which decision (TRN-41). Without a recipient it holds for every recipient of the purpose. */
  competenceAssessed: defineEvent(
    'CompetenceAssessed',
    {
      purpose: field.code(consentPurposeCodes),
      recipient: field.optional(field.listed('organisations')),
      outcome: field.code(competenceOutcomes),
      assessedBy: field.text(200),
      notes: field.optional(field.text()),
    },
    { version: 2, personal: ['assessedBy', 'notes'], upcasts: { 1: recipientListed } },
  ),
  /** Specific to a purpose and a recipient, dated, revocable (TRN-43). */
  consentRecorded: defineEvent(
    'ConsentRecorded',
    {
      purpose: field.code(consentPurposeCodes),
      /** Code of the organisation or service. */
      recipient: field.listed('organisations'),
      decision: field.code(consentDecisions),
      decidedBy: field.code(consentDeciders),
      /** The contact who decided, when it was not the young person. */
      contactId: field.optional(field.id()),
      why: field.optional(field.text()),
    },
    { version: 2, personal: ['why'], upcasts: { 1: recipientListed } },
  ),
  /** Disclosure without consent, with its ground (TRN-44). */
  consentOverridden: defineEvent(
    'ConsentOverridden',
    {
      purpose: field.code(consentPurposeCodes),
      recipient: field.listed('organisations'),
      basis: field.code(overrideBases),
      /** First day on which it no longer holds. Before version 3 it could be missing: then it holds as long as one may at most. */
      until: field.optional(field.date()),
      reason: field.text(),
      /** Before version 3 a name, sealed. */
      authorisedBy: field.listed('workers'),
    },
    { version: 3, personal: ['reason'], upcasts: { 1: recipientListed, 2: asListed({ authorisedBy: 'workers' }) } },
  ),
};
