// A referral onward and what came back: a yes, a no, or nothing yet (TRN-33).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Done, Referral, Transition } from './state.js';

/** What answered it: its own answer, or that the service has had the young person since. */
export function referralAnswer({ receivers, handedOver }: Transition, referral: Referral): Done | undefined {
  const { destination, on, answer, answeredOn, answeredBy } = referral;
  if (answer !== 'waiting' && answeredOn && answeredBy) return { on: answeredOn, eventId: answeredBy };
  return [...receivers, ...handedOver].find((one) => one.service === destination && one.on >= on);
}

/** The ones that wait at the end of a day, the oldest first. Nobody waits for an answer about a case that was closed. */
export const unansweredReferrals = (view: Transition, on: CivilDate): readonly Referral[] =>
  view.closed && view.closed.on <= on
    ? []
    : view.referrals.filter((one) => one.on <= on && !referralAnswer(view, one)).sort((a, b) => (a.on < b.on ? -1 : 1));
