// Who has the young person on a day: a service that received them and has not let them go (TRN-01).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Fact } from '../../../rules/facts.js';
import type { Done, Received, Transition } from './state.js';

/** What is recorded late still happened on its own day: it was over when the service let go after that day. */
export function received({ letGos }: Transition, done: Done, service: string): Received {
  const letGo = letGos.find((one) => one.on > done.on && concerns(one, service));
  return letGo ? { ...done, service, letGo: { on: letGo.on, eventId: letGo.eventId } } : { ...done, service };
}

type LetGo = Transition['letGos'][number];

/** A discharge ends what every service had received by then; a refusal what that one service had. */
export function letGo(view: Transition, done: Done, service?: string): Transition {
  const one: LetGo = service === undefined ? done : { ...done, service };
  const end = (entry: Received): Received =>
    entry.on <= done.on && concerns(one, entry.service) && !(entry.letGo && entry.letGo.on <= done.on)
      ? { ...entry, letGo: done }
      : entry;
  return {
    ...view,
    letGos: [...view.letGos, one],
    receivers: view.receivers.map(end),
    handedOver: view.handedOver.map(end),
  };
}

const concerns = ({ service }: { readonly service?: string }, other: string): boolean =>
  service === undefined || service === other;

/** `byThen`: whether a service that let go on that very day no longer counts. */
const holds =
  (on: CivilDate, byThen: boolean, service?: string) =>
  (one: Received): boolean =>
    one.on <= on &&
    (service === undefined || one.service === service) &&
    !(one.letGo && (byThen ? one.letGo.on <= on : one.letGo.on < on));

/** Every service that has the young person at the end of a day. */
export const holdersOn = (
  { receivers, handedOver }: Transition,
  on: CivilDate,
  service?: string,
): readonly Received[] => [...receivers, ...handedOver].filter(holds(on, true, service));

/** The service that has the young person at the end of a day, the first where there are several. */
export const heldOn = (view: Transition, on: CivilDate, service?: string): Received | undefined =>
  holdersOn(view, on, service)[0];

/** The same for a closure that stands: what a service did later on that day it did with the reason that it recorded. */
export const heldAtClosure = (
  { receivers, handedOver }: Transition,
  on: CivilDate,
  service?: string,
): Received | undefined => [...receivers, ...handedOver].find(holds(on, false, service));

/**
 * The transfer day (TRN-23a): the first on which a service opened the case or accepted the hand-over. A transfer that came to nothing, because
 * the service let go while CAMHS still had the case, is followed by the day on which the next service received them; what happens after
 * the closure to CAMHS moves nothing any more. Each earlier day held until the next.
 */
export function transferOf({ receivers, handedOver, closed }: Transition): Fact | undefined {
  const all = [...receivers, ...handedOver].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const byClosure = closed ? all.filter(({ on }) => on <= closed.on) : all;
  let transfer: Fact | undefined;
  let heldUntil = '';
  for (const { on, eventId, letGo } of byClosure.length > 0 ? byClosure : all) {
    const until = letGo?.on ?? '9999-12-31';
    if (heldUntil <= on) transfer = { on, eventId, since: on, before: transfer };
    heldUntil = heldUntil <= on || until > heldUntil ? until : heldUntil;
  }
  return transfer;
}

/** Ever received by one of these services, whatever became of it. */
export const receivedBy = (
  { receivers, handedOver }: Transition,
  services: readonly string[],
  on: CivilDate,
): Done | undefined => [...receivers, ...handedOver].find((one) => services.includes(one.service) && one.on <= on);

/** Every service that has to do with the young person: that received them by then, was chosen, or was asked and has not said no. */
export function servicesConcerned(
  { receivers, handedOver, chosen, referrals }: Transition,
  on: CivilDate,
): readonly string[] {
  const received = [...receivers, ...handedOver].filter((one) => one.on <= on).map(({ service }) => service);
  const asked = referrals.filter(({ answer }) => answer !== 'refused').map(({ destination }) => destination);
  return [...new Set([...received, ...(chosen ? [chosen.destination] : []), ...asked])];
}

/** Who can let the young person go: the services that have them on the day; where none has them, those that have to do with them. */
export function servicesThatLetGo(view: Transition, on: CivilDate): readonly string[] {
  const holding = holdersOn(view, on).map(({ service }) => service);
  return holding.length > 0 ? holding : servicesConcerned(view, on);
}
