// The correction of EHC plans as it was released, before there were corrections of every kind of case: read for ever, written no more.
import { readAsCorrected, type Change } from '../../../kernel/corrections.js';
import { defineEvent, field } from '../../../kernel/events.js';

export const ehcEventsBefore = {
  /** `field` is `on` for the date of the event itself. */
  dateCorrected: defineEvent(
    'DateCorrected',
    {
      correctsEventId: field.id(),
      field: field.id(),
      from: field.dateAsRecorded(),
      to: field.date(),
      reason: field.text(),
    },
    {
      personal: ['reason'],
      readAs: readAsCorrected((data) => {
        const change = data as unknown as Change;
        return [{ ...change, field: change.field === 'on' ? 'occurredOn' : change.field }];
      }),
    },
  ),
};
