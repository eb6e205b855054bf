// Ceasing a plan: proposed, decided, ceased; and going on past 25 (EHC-60 to EHC-66).
import grounds from './cease-grounds.json' with { type: 'json' };
import { defineEvent, field } from '../../../kernel/events.js';
import { legalRoles, past25Settings } from './words.js';

const source = field.optional(field.code(['return']));
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
};
