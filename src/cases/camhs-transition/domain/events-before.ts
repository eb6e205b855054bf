// Corrections of transitions as they were released, before there were corrections of every kind of case: read for ever, written no more.
import { readAsCorrected, readAsWithdrawn, type Change } from '../../../kernel/corrections.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { correctableDates } from './codes.js';

export const transitionEventsBefore = {
  withdrawn: defineEvent(
    'TransitionFactWithdrawn',
    { correctsEventId: field.id(), reason: field.text() },
    { personal: ['reason'], readAs: readAsWithdrawn },
  ),
  dateCorrected: defineEvent(
    'TransitionDateCorrected',
    {
      correctsEventId: field.id(),
      field: field.code(correctableDates),
      from: field.dateAsRecorded(),
      to: field.date(),
      /** What the corrected date made of a late referral or a late final meeting. */
      late: field.optional(field.flag()),
      reason: field.text(),
    },
    {
      personal: ['reason'],
      readAs: readAsCorrected(({ late, ...change }) => [
        change as unknown as Change,
        ...(typeof late === 'boolean' ? [{ field: 'late', to: late }] : []),
      ]),
    },
  ),
};
