// Events about the young person: who they are, their identifiers, what they need, where they went.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { departureEvents } from './departure-events.js';
import { identifierKinds, planGoneReasons, sendStatuses, sexes, supersedeReasons } from './codes.js';

export const personEvents = {
  registered: defineEvent(
    'YoungPersonRegistered',
    {
      givenName: field.text(200),
      familyName: field.text(200),
      birthDate: field.date(),
      sex: field.optional(field.code(sexes)),
      ethnicity: field.optional(field.text(40)),
      postcode: field.optional(field.text(12)),
      sendStatus: field.code(sendStatuses),
      /** Code of the local authority or organisation that is responsible: `882`, `estuary-camhs`. */
      responsible: field.listed('organisations'),
    },
    {
      version: 2,
      upcasts: { 1: asListed({ responsible: 'organisations' }) },
      personal: ['givenName', 'familyName', 'birthDate', 'sex', 'ethnicity', 'postcode'],
    },
  ),
  detailsCorrected: defineEvent(
    'YoungPersonDetailsCorrected',
    {
      givenName: field.optional(field.text(200)),
      familyName: field.optional(field.text(200)),
      birthDate: field.optional(field.date()),
      sex: field.optional(field.code(sexes)),
      ethnicity: field.optional(field.text(40)),
      postcode: field.optional(field.text(12)),
      reason: field.text(),
    },
    { personal: ['givenName', 'familyName', 'birthDate', 'sex', 'ethnicity', 'postcode', 'reason'] },
  ),
  identifierAdded: defineEvent(
    'IdentifierAdded',
    {
      /** Id of the identifier's own stream: a keyed digest, never the value. */
      identifierId: field.id(),
      kind: field.code(identifierKinds),
      /** Organisation that gave a local identifier. */
      issuer: field.optional(field.listed('organisations')),
      value: field.text(60),
    },
    { version: 2, personal: ['value'], upcasts: { 1: asListed({ issuer: 'organisations' }) } },
  ),
  /** The old number stays linked but is restricted (REC-34). */
  identifierSuperseded: defineEvent(
    'IdentifierSuperseded',
    {
      identifierId: field.id(),
      kind: field.code(identifierKinds),
      why: field.code(supersedeReasons),
      replacedBy: field.optional(field.id()),
      reason: field.optional(field.text()),
    },
    { personal: ['reason'] },
  ),
  communicationNeedsRecorded: defineEvent(
    'CommunicationNeedsRecorded',
    {
      /** Language for which an interpreter is needed. */
      interpreter: field.optional(field.text(100)),
      accessibleFormat: field.optional(field.text(200)),
      notes: field.optional(field.text()),
    },
    { personal: ['interpreter', 'accessibleFormat', 'notes'] },
  ),
  sendStatusRecorded: defineEvent(
    'SendStatusRecorded',
    { status: field.code(sendStatuses), reason: field.optional(field.text()) },
    { personal: ['reason'] },
  ),
  /** There is an EHC plan for this person: on the day on which it was first made. Said again of the same plan, the day was corrected. */
  ehcPlanKnown: defineEvent('EhcPlanKnown', { planId: field.id() }),
  /** The plan ended on that day; or it was withdrawn, and never was. */
  ehcPlanGone: defineEvent('EhcPlanGone', { planId: field.id(), because: field.code(planGoneReasons) }),
  ...departureEvents,
};
