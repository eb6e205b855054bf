// Everything that can be said of a young person. Personal fields are sealed with the person's own key.
import { defineEvent, field, type FactOf, type PastEventOf } from '../../kernel/events.js';

/** How far special educational needs are known: anyone but `none` is prompted from Year 9 and 14 (TRN-07, TRN-20, AMB-07). */
export const sendStatuses = ['none', 'sen-support', 'ehc-plan', 'expected-long-term-need', 'not-known'] as const;
export const identifierKinds = ['nhs-number', 'upn', 'uln', 'local'] as const;

export const youngPersonEvents = {
  registered: defineEvent(
    'YoungPersonRegistered',
    {
      givenName: field.text(200),
      familyName: field.text(200),
      birthDate: field.date(),
      sex: field.optional(field.code(['F', 'M', 'other', 'not-known'])),
      ethnicity: field.optional(field.text(40)),
      postcode: field.optional(field.text(12)),
      sendStatus: field.code(sendStatuses),
      /** Code of the local authority or organisation that is responsible: `882`, `estuary-camhs`. */
      responsible: field.text(60),
    },
    { personal: ['givenName', 'familyName', 'birthDate', 'sex', 'ethnicity', 'postcode'] },
  ),
  detailsCorrected: defineEvent(
    'YoungPersonDetailsCorrected',
    {
      givenName: field.optional(field.text(200)),
      familyName: field.optional(field.text(200)),
      birthDate: field.optional(field.date()),
      sex: field.optional(field.code(['F', 'M', 'other', 'not-known'])),
      ethnicity: field.optional(field.text(40)),
      postcode: field.optional(field.text(12)),
      reason: field.text(),
    },
    { personal: ['givenName', 'familyName', 'birthDate', 'sex', 'ethnicity', 'postcode', 'reason'] },
  ),
};

export type YoungPersonFact = FactOf<typeof youngPersonEvents>;
export type YoungPersonEvent = PastEventOf<typeof youngPersonEvents>;
