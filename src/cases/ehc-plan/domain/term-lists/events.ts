// What can be said of the list of a term's reviews for one institution. About no one person: plans by their id, nothing personal.
import { channels } from '../words.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../../kernel/events.js';

/** EHC-11: to whom it goes. */
export const listRecipients = ['head', 'icb', 'social-care'] as const;
export type ListRecipient = (typeof listRecipients)[number];

/** Nobody but the sender knows why; a code, since free text could name somebody. */
export const withdrawalReasons = ['was-not-sent', 'wrong-date', 'wrong-institution', 'wrong-list'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export const termListEvents = {
  /** Occurs on the day on which it was said that the term starts then; said again with another day, the term has moved. */
  expected: defineEvent('TermListExpected', {
    authority: field.id(),
    term: field.id(),
    /** URN or UKPRN; left out for those who attend no institution. */
    institution: field.optional(field.digits(10)),
    startsOn: field.date(),
    rulePack: field.object({ pack: field.id(), version: field.whole() }),
  }),
  /** Version 1 did not say how it was sent. */
  sent: defineEvent(
    'TermListSent',
    {
      recipients: field.list(field.code(listRecipients)),
      /** Who was on it. */
      planIds: field.list(field.id()),
      channel: field.optional(field.code(channels)),
    },
    { version: 2, upcasts: { 1: (data) => ({ ...data }) } },
  ),
  withdrawn: defineEvent('TermListSendingWithdrawn', {
    sentEventId: field.id(),
    because: field.code(withdrawalReasons),
  }),
};

export type TermListFact = FactOf<typeof termListEvents>;
export type TermListEvent = PastEventOf<typeof termListEvents>;
