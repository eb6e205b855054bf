// Everything that can be said of an EHC plan. Free text is personal and sealed; dates, codes and ids are clear.
import type { CorrectionFact } from '../../../kernel/corrections.js';
import type { FactOf, PastEventOf } from '../../../kernel/events.js';
import { appealEvents, orderEvents, tribunalEvents } from './events-appeals.js';
import { ceaseEvents } from './events-cease.js';
import { consultationEvents } from './events-consultation.js';
import { icbEvents } from './events-icb.js';
import { noticeEvents } from './events-notice.js';
import { phaseTransferEvents } from './events-phase-transfer.js';
import { planEvents } from './events-plan.js';
import { earlyReviewEvents, reviewEvents } from './events-review.js';

export const ehcEvents = {
  ...planEvents,
  ...reviewEvents,
  ...noticeEvents,
  ...earlyReviewEvents,
  ...phaseTransferEvents,
  ...ceaseEvents,
  ...appealEvents,
  ...consultationEvents,
  ...icbEvents,
  ...tribunalEvents,
  ...orderEvents,
};

export type EhcFact = FactOf<typeof ehcEvents> | CorrectionFact;
/** What the state is folded from: corrections are not. */
export type EhcEvent = PastEventOf<typeof ehcEvents>;
