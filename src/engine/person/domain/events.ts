// Everything that can be said of a young person. Personal fields are sealed with the person's own key.
import type { CorrectionFact } from '../../../kernel/corrections.js';
import type { FactOf, PastEventOf } from '../../../kernel/events.js';
import { consentEvents } from './consent-events.js';
import { peopleAroundEvents } from './people-around-events.js';
import { personEvents } from './person-events.js';

export * from './codes.js';
export { departureEventsBefore, youngPersonCorrections } from './departure-events.js';
export { asksForSupport, sendNowOf, type SendNow } from './send-status.js';

export const youngPersonEvents = { ...personEvents, ...peopleAroundEvents, ...consentEvents };

export type YoungPersonFact = FactOf<typeof youngPersonEvents> | CorrectionFact;
/** What the state is folded from: corrections are not. */
export type YoungPersonEvent = PastEventOf<typeof youngPersonEvents>;

/** The data of one event: `DataOf<'consentRecorded'>`. */
export type DataOf<K extends keyof typeof youngPersonEvents> = Parameters<(typeof youngPersonEvents)[K]['fact']>[1];
