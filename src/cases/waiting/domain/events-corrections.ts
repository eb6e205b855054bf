// Corrections of what was recorded about a wait: new facts with a reason; the corrected ones stay in the history (WAIT-44, REC-11).
import { defineEvent, field } from '../../../kernel/events.js';
import { correctableDates, removalReasons } from './codes.js';

const { code, date, id, text } = field;

export const correctionEvents = {
  dateCorrected: defineEvent(
    'WaitDateCorrected',
    { correctsEventId: id(), field: code(correctableDates), from: date(), to: date(), reason: text() },
    { personal: ['reason'] },
  ),
  factWithdrawn: defineEvent('WaitFactWithdrawn', { correctsEventId: id(), reason: text() }, { personal: ['reason'] }),
  removalReasonCorrected: defineEvent(
    'WaitRemovalReasonCorrected',
    {
      correctsEventId: id(),
      field: code(['removalReason']),
      from: code(removalReasons),
      to: code(removalReasons),
      reason: text(),
    },
    { personal: ['reason'] },
  ),
};
