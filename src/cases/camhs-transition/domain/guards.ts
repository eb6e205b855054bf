// Questions that several decisions ask of a case.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import { destinationOf } from './destinations.js';
import { heldAtClosure } from './receiving.js';
import type { Opened, Transition } from './state.js';

/** Error: `not-found` before the first fact. */
export function opened({ opened: there }: Transition): Opened {
  if (!there) throw new OnwardError('not-found', { detail: 'There is no transition with this id.' });
  return there;
}

export function stillOpen(view: Transition): Opened {
  const there = opened(view);
  if (view.closed) throw refuse('TRN-01', `The case was closed to CAMHS on ${formatDate(view.closed.on)}.`);
  return there;
}

/** Error: `invalid-input` for a thing that would have happened before the one it follows. */
export function notBefore(on: CivilDate, earlier: CivilDate, what: string): void {
  if (on < earlier) throw invalid('on', `must not be before ${formatDate(earlier)}: ${what}`);
}

export function needed(text: string | undefined, field: string, problem: string, rule: string): void {
  if (!text?.trim()) throw invalid(field, problem, rule);
}

/** Somebody said yes: to the referral, to the hand-over, or by opening the case. */
export function acceptedOn({ referrals, receivers, handedOver }: Transition): CivilDate | undefined {
  const days = [...receivers, ...handedOver].map(({ on }) => on);
  for (const { answer, answeredOn } of referrals) if (answer === 'accepted' && answeredOn) days.push(answeredOn);
  return days.sort()[0];
}

/** The service that has the young person, the first one where there are several. */
export const receiverOf = ({ receivers, handedOver }: Transition): string | undefined =>
  receivers[0]?.service ?? handedOver[0]?.service;

/** A refusal, or a discharge while CAMHS still had the case, left nobody to go to (TRN-33). */
export const needsFallback = ({ closed, chosen, letGos }: Transition): boolean =>
  closed === undefined && chosen === undefined && letGos.length > 0;

/** The no-gap invariant (TRN-01): a closed case was received by then, or needs no receiver. */
export function hasGap(view: Transition): boolean {
  const { closed } = view;
  if (!closed || !destinationOf(closed.destination).needsAcceptance) return false;
  return heldAtClosure(view, closed.on, serviceThatReceives(closed.destination)) === undefined;
}

/** A destination that is a service must have received the case itself; for one that is not recorded, any service counts. */
export const serviceThatReceives = (destination: string): string | undefined =>
  destinationOf(destination).onward ? destination : undefined;
