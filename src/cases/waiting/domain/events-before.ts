// Corrections of waits as they were released, before there were corrections of every kind of case: read for ever, written no more.
import { readAsCorrected, readAsWithdrawn, type Change } from '../../../kernel/corrections.js';
import { defineEvent, field } from '../../../kernel/events.js';
import { correctableDates, removalReasons } from './codes.js';

const { code, date, id, text } = field;

export const waitEventsBefore = {
  dateCorrected: defineEvent(
    'WaitDateCorrected',
    { correctsEventId: id(), field: code(correctableDates), from: date(), to: date(), reason: text() },
    { personal: ['reason'], readAs: readAsCorrected(oneChange) },
  ),
  factWithdrawn: defineEvent(
    'WaitFactWithdrawn',
    { correctsEventId: id(), reason: text() },
    { personal: ['reason'], readAs: readAsWithdrawn },
  ),
  removalReasonCorrected: defineEvent(
    'WaitRemovalReasonCorrected',
    {
      correctsEventId: id(),
      field: code(['removalReason']),
      from: code(removalReasons),
      to: code(removalReasons),
      reason: text(),
    },
    // The removal itself calls it its reason.
    { personal: ['reason'], readAs: readAsCorrected((data) => oneChange({ ...data, field: 'reason' })) },
  ),
};

function oneChange(data: Readonly<Record<string, unknown>>): readonly Change[] {
  return [data as unknown as Change];
}
