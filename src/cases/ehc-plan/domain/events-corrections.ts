// Corrections of any of it (REC-24). What is corrected or withdrawn stays in the history.
import { defineEvent, field } from '../../../kernel/events.js';

export const correctionEvents = {
  /** Occurs on the day of the correction. `field` is `on` for the date of the event itself. */
  dateCorrected: defineEvent(
    'DateCorrected',
    {
      correctsEventId: field.id(),
      field: field.id(),
      from: field.dateAsRecorded(),
      to: field.date(),
      reason: field.text(),
    },
    { personal: ['reason'], beforeBirth: ['from'] },
  ),
  factWithdrawn: defineEvent('FactWithdrawn', { eventId: field.id(), reason: field.text() }, { personal: ['reason'] }),
};
