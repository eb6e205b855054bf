// What the facts about the receiving service change in the view.
import type { PastEventOf } from '../../../kernel/events.js';
import type { receivingEvents } from './events-receiving.js';
import { letGo, received } from './receiving.js';
import { settleDone } from './settle.js';
import type { Done, Item, Referral, View } from './state.js';

type ReceivingEvent = PastEventOf<typeof receivingEvents>;

export function applyReceiving(view: View, event: ReceivingEvent, done: Done): View {
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
      return withItem(view, itemId, { kind, status: 'offered', offeredOn: done.on, ...done });
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

const withItem = (view: View, id: string, item: Item): View => ({ ...view, items: { ...view.items, [id]: item } });

function answerItem(view: View, id: string, status: Item['status'], done: Done): View {
  const item = view.items[id];
  return item ? withItem(view, id, { ...item, status, ...done }) : view;
}

/** Nothing where the service recorded it itself, or nobody knows who did. */
const reportOf = ({ recordedBy, channel }: { readonly recordedBy?: string; readonly channel?: string }) =>
  recordedBy === 'camhs' ? { reported: channel } : {};
