// Everything that can be said of an EHC plan. Free text is personal and sealed; dates, codes and ids are clear.
import type { FactOf, PastEventOf } from '../../../kernel/events.js';
import { appealEvents, ceaseEvents, correctionEvents, requestEvents } from './events-more.js';
import { consultationEvents, icbEvents, pointEvents, tribunalEvents } from './events-further.js';
import { noticeEvents } from './events-notice.js';
import { orderEvents } from './events-orders.js';
import { planEvents } from './events-plan.js';
import { reviewEvents } from './events-review.js';

export const ehcEvents = {
  ...planEvents,
  ...reviewEvents,
  ...noticeEvents,
  ...requestEvents,
  ...ceaseEvents,
  ...appealEvents,
  ...consultationEvents,
  ...icbEvents,
  ...tribunalEvents,
  ...orderEvents,
  ...pointEvents,
  ...correctionEvents,
};

export type EhcFact = FactOf<typeof ehcEvents>;
export type EhcEvent = PastEventOf<typeof ehcEvents>;
