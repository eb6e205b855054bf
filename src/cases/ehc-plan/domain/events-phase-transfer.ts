// Phase transfers: due, and named in a final plan (EHC-40 to EHC-42).
import { defineEvent, field } from '../../../kernel/events.js';
import { phases } from './words.js';

const source = field.optional(field.code(['return']));

export const phaseTransferEvents = {
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
