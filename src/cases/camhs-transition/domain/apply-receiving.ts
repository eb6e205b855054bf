// What the facts about the receiving service change in the view.
import type { PastEventOf } from '../../../kernel/events.js';
import type { receivingEvents } from './events-receiving.js';
import { letGo, received } from './receiving.js';
import { settleDone } from './settle.js';
import type { Done, Item, Referral, Transition } from './state.js';

type ReceivingEvent = PastEventOf<typeof receivingEvents>;

export function applyReceiving(view: Transition, event: ReceivingEvent, done: Done): Transition {
  switch (event.type) {
    case 'ReceivingServiceChosen':
      return { ...view, chosen: { ...done, destination: event.data.destination } };
    case 'OnwardReferralMade':
      return {
        ...view,
        referrals: [...view.referrals, { ...done, destination: event.data.destination, answer: 'waiting' }],
      };
    case 'OnwardReferralAccepted':
      return { ...view, referrals: answered(view.referrals, event.data.destination, 'accepted', done) };
    case 'OnwardReferralRefused': {
      const { destination, fallback } = event.data;
      const chosen = fallback ? { ...done, destination: fallback } : undefined;
      return {
        ...letGo(view, done, destination),
        chosen,
        referrals: answered(view.referrals, destination, 'refused', done),
      };
    }
    case 'AdultWorkerNamed': {
      const { role, service } = event.data;
      const workers = [...view.workers, { ...done, role, service }];
      return { ...(role === 'link-worker' ? settleDone(view, 'linkWorkerNamed', done) : view), workers };
    }
    case 'AdultWorkerMet':
      return { ...settleDone(view, 'adultIntroduction', done), met: earlier(view.met, done) };
    case 'ReceivingServiceOpened':
      return {
        ...settleDone(view, 'adultServiceOpened', done),
        receivers: [...view.receivers, { ...received(view, done, event.data.service), ...reportOf(event.data) }],
      };
    case 'HandOverItemOffered': {
      const { itemId, kind } = event.data;
      const offered = withItem(view, itemId, { kind, status: 'offered', offeredOn: done.on, ...done });
      return { ...offered, itemsLast: { ...view.itemsLast, offered: done } };
    }
    case 'HandOverItemAccepted':
      return answerItem(view, event.data.itemId, 'accepted', done);
    case 'HandOverItemReturned':
      return answerItem(view, event.data.itemId, 'returned', done);
    case 'HandOverAccepted':
      return {
        ...settleDone(view, 'handoverAccepted', done),
        handedOver: [...view.handedOver, { ...received(view, done, event.data.service), ...reportOf(event.data) }],
      };
  }
}

export const earlier = (there: Done | undefined, done: Done): Done => (there && there.on <= done.on ? there : done);

/** The answer belongs to the last referral there that was still waiting; a later no, also to one that had been accepted. */
function answered(
  all: readonly Referral[],
  to: string,
  answer: Referral['answer'],
  { on, eventId }: Done,
): readonly Referral[] {
  const waiting = all.findLastIndex((one) => one.destination === to && one.answer === 'waiting');
  const last =
    waiting < 0 && answer === 'refused'
      ? all.findLastIndex((one) => one.destination === to && one.answer === 'accepted')
      : waiting;
  return all.map((one, index) => (index === last ? { ...one, answer, answeredOn: on, answeredBy: eventId } : one));
}

const withItem = (view: Transition, id: string, item: Item): Transition => ({
  ...view,
  items: { ...view.items, [id]: item },
});

function answerItem(view: Transition, id: string, status: Item['status'], done: Done): Transition {
  const item = view.items[id];
  const answered = item ? withItem(view, id, { ...item, status, ...done }) : view;
  const returned = status === 'returned' ? done : view.itemsLast.returned;
  return { ...answered, itemsLast: { ...view.itemsLast, answered: done, returned } };
}

/** Nothing where the service recorded it itself, or nobody knows who did. */
const reportOf = ({ recordedBy, channel }: { readonly recordedBy?: string; readonly channel?: string }) =>
  recordedBy === 'camhs' ? { reported: channel } : {};
