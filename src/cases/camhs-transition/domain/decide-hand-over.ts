// The hand-over, acknowledged item by item, and who leads meanwhile (TRN-B2.4, TRN-B3.3).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound, refuse } from '../../../kernel/errors.js';
import { acceptanceOf, type Acceptance } from './acceptance.js';
import type { handOverKinds, Lead } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { mayBeTold } from './disclosure.js';
import { serviceOf } from './destinations.js';
import { transitionEvents as events } from './events.js';
import { needed, notBefore, opened, stillOpen } from './guards.js';
import { heldOn } from './receiving.js';
import type { Item, Transition } from './state.js';

export interface OfferedItem {
  readonly itemId: string;
  readonly kind: (typeof handOverKinds)[number];
  readonly note?: string;
}

export type HandOverCommand =
  | {
      readonly type: 'OfferItems';
      readonly on: CivilDate;
      readonly items: readonly OfferedItem[];
      /** How consent stood on that day, for every service asked about. */
      readonly consents?: readonly ConsentStatus[];
    }
  | { readonly type: 'AcceptItem'; readonly on: CivilDate; readonly itemId: string }
  | { readonly type: 'ReturnItem'; readonly on: CivilDate; readonly itemId: string; readonly reason: string }
  | ({
      readonly type: 'AcceptHandOver';
      readonly on: CivilDate;
      readonly service: string;
      readonly by: string;
    } & Acceptance)
  | {
      readonly type: 'ChangeLeadService';
      readonly on: CivilDate;
      readonly lead: Lead;
      readonly crisisContact: Lead;
      readonly reason?: string;
    };

type Command<T extends HandOverCommand['type']> = Extract<HandOverCommand, { type: T }>;

/** An item that was returned is offered again under its own id. */
export function offerItems({ on, items, consents = [] }: Command<'OfferItems'>, state: Transition) {
  opened(state);
  mayBeTold(consents);
  const fresh = items.filter(({ itemId }) => (state.items[itemId]?.status ?? 'returned') === 'returned');
  return fresh.map((item) => events.itemOffered.fact(on, { ...item }));
}

export function acceptItem({ on, itemId }: Command<'AcceptItem'>, state: Transition) {
  const item = theItem(state, itemId);
  if (item.status === 'accepted') return [];
  answerable(item, on);
  return [events.itemAccepted.fact(on, { itemId })];
}

export function returnItem({ on, itemId, reason }: Command<'ReturnItem'>, state: Transition) {
  answerable(theItem(state, itemId), on);
  needed(reason, 'reason', 'says what is missing', 'TRN-B3.3');
  return [events.itemReturned.fact(on, { itemId, reason })];
}

export function acceptHandOver(command: Command<'AcceptHandOver'>, state: Transition) {
  const { on, service, by, evidence } = command;
  opened(state);
  serviceOf(service, 'service');
  const items = Object.values(state.items);
  if (items.length === 0) {
    throw refuse('TRN-01b', 'Nothing was handed over: there is no item to accept.', {
      help: 'CAMHS offers the items of the hand-over first, at least one.',
    });
  }
  const missing = items.filter(({ status }) => status !== 'accepted');
  if (missing.length > 0) {
    throw refuse(
      'TRN-B3.3',
      `The hand-over is not full: ${missing.map(({ kind, status }) => `${kind} (${status})`).join(', ')}.`,
      {
        help: 'Accept or return each item first; CAMHS offers a returned item again.',
      },
    );
  }
  return [events.handOverAccepted.fact(on, { service, by, evidence, ...acceptanceOf(command) })];
}

export function changeLeadService(
  { on, lead, crisisContact, reason }: Command<'ChangeLeadService'>,
  state: Transition,
) {
  stillOpen(state);
  const moves = lead === 'adult' || crisisContact === 'adult';
  if (moves && !heldOn(state, on)) {
    throw refuse(
      'TRN-01a',
      'CAMHS stays the lead service and the crisis contact until the receiving service has the young person.',
    );
  }
  return [events.leadServiceChanged.fact(on, { lead, crisisContact, reason })];
}

function theItem(state: Transition, itemId: string): Item {
  opened(state);
  const item = state.items[itemId];
  if (!item) throw notFound('hand-over item', itemId);
  return item;
}

function answerable({ status, offeredOn }: Item, on: CivilDate): void {
  if (status !== 'offered') throw refuse('TRN-B3.3', `This item was ${status} already.`);
  notBefore(on, offeredOn, 'the day on which the item was offered');
}
