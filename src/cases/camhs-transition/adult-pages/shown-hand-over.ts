// A hand-over as its page shows it: the items one by one, what is still missing, and who has the young person (TRN-01).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { days } from '../../../engine/web/present/dates.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { HandOverView } from '../queries/hand-over-views.js';
import type { HandOverLine } from '../queries/list-hand-overs.js';
import { formLinks, type Can } from './form-links.js';
import { shownFirstMonths } from './shown-first-months.js';
import { heldWords, personMarks } from '../../../engine/web/present/person-marks.js';

const on = (date: string): string => formatDate(date as CivilDate);

const itemTags: Readonly<Record<string, Tag>> = {
  offered: { text: 'Waiting for an answer', colour: 'yellow' },
  accepted: { text: 'Accepted', colour: 'green' },
  returned: { text: 'Queried: CAMHS offers it again', colour: 'orange' },
};

export function shownHandOverRow(line: HandOverLine) {
  const { itemsOffered, itemsAccepted, itemsReturned } = line;
  return {
    href: paths.adult.handOver({ transitionId: line.id }),
    person: line.name || 'Name not known',
    marks: personMarks(line),
    destination: line.destination ?? notChosen(line),
    items: itemsTag(itemsOffered, itemsAccepted, itemsReturned),
    steps: [
      line.acceptedOn ? `Accepted ${on(line.acceptedOn)}` : 'No acceptance on record',
      line.metOn ? `an adult worker met them ${on(line.metOn)}` : 'no meeting with an adult worker on record',
      line.closedOn ? `closed to CAMHS ${on(line.closedOn)}` : 'still open to CAMHS',
    ].join('; '),
    bridging: line.saidToHaveDied ? heldWords : line.bridging && bridgingWords(line.bridging.days),
  };
}

const notChosen = ({ referredTo }: HandOverLine): string =>
  referredTo === undefined ? 'No service is chosen' : `Referred to ${referredTo}; no service is chosen`;

function itemsTag(offered: number, accepted: number, returned: number): Tag {
  const all = offered + accepted + returned;
  if (all === 0) return { text: 'No items offered', colour: 'grey' };
  if (accepted === all) return { text: `All ${all} items accepted`, colour: 'green' };
  const queried = returned === 0 ? '' : `, ${returned} queried`;
  return { text: `${accepted} of ${all} items accepted${queried}`, colour: offered > 0 ? 'yellow' : 'orange' };
}

const bridgingWords = (count: number): string =>
  `Accepted ${days(count)} ago, and no adult worker has met them yet (TRN-25)`;

/** TRN-01 in one sentence, from what is on record and from nothing else. */
export function noGap({ gap, closedOn, closedTo, heldBy, heldSince, receipts }: HandOverView): Tag & { more: string } {
  if (gap)
    return {
      text: 'There is a gap',
      colour: 'red',
      more: 'The case was closed to CAMHS and no service had the young person by then.',
    };
  if (closedOn)
    return {
      text: 'No gap at the closure',
      colour: 'green',
      more: `Closed to CAMHS on ${on(closedOn)}${closedTo ? `: ${closedTo}` : ''}. ${heldBy && heldSince ? `${heldBy} has had the young person since ${on(heldSince)}.` : 'No service has the young person now.'}`,
    };
  if (heldBy && heldSince)
    return {
      text: 'Received',
      colour: 'green',
      more: `${heldBy} has had the young person since ${on(heldSince)}. The case is still open to CAMHS.`,
    };
  const said = receipts.some(({ how }) => how === 'referral')
    ? ' An accepted referral is a promise; it is not yet an opening.'
    : '';
  return {
    text: 'CAMHS may not close yet',
    colour: 'yellow',
    more: `No service has opened the case or accepted the hand-over.${said}`,
  };
}

const receiptWords = {
  referral: 'accepted the referral',
  'hand-over': 'accepted the hand-over as a whole',
  opening: 'opened the case',
} as const;

/** What is not there yet, each with its rule. Empty when nothing is missing. */
export function missing(view: HandOverView): string[] {
  const open = view.items.filter(({ status }) => status === 'offered');
  const returned = view.items.filter(({ status }) => status === 'returned');
  const names = (items: HandOverView['items']) => items.map(({ kind }) => words(kind).toLowerCase()).join(', ');
  return [
    view.items.length === 0 ? 'Nothing was offered for the hand-over (TRN-B3.3)' : '',
    open.length > 0 ? `An answer to: ${names(open)} (TRN-B3.3)` : '',
    returned.length > 0 ? `Offered again by CAMHS: ${names(returned)} (TRN-B3.3)` : '',
    view.heldBy ? '' : 'A service that has opened the case or accepted the hand-over (TRN-01)',
    view.adultMetOn ? '' : 'A meeting with an adult worker before the transfer, on record (TRN-25)',
  ].filter((text) => text !== '');
}

/** `can` asks of a form; what is said for a service, by whoever may speak for it (TRN-01b). */
export function shownHandOver(view: HandOverView, can: Can, asOf: CivilDate) {
  const links = formLinks(view, can, asOf);
  return {
    destination: view.destination ?? 'No service is chosen',
    lead: view.leadServiceName,
    crisis: view.inACrisis,
    team: words(view.team),
    noGap: noGap(view),
    bridging: view.bridging && bridgingWords(view.bridging.days),
    items: view.items.map(({ itemId, kind, status, offeredOn, on: changedOn }) => ({
      kind: words(kind),
      tag: itemTags[status] ?? { text: words(status), colour: 'grey' },
      offeredOn,
      answeredOn: status === 'offered' ? undefined : changedOn,
      accept: links('accept', itemId)?.href,
      query: links('query', itemId)?.href,
      again: links('offer', itemId)?.href,
    })),
    offer: links('offer')?.href,
    referrals: view.referrals.map(({ destination, service, on: sent }) => ({
      service,
      on: sent,
      accept: links('accept-referral', destination, destination)?.href,
      refuse: links('refuse-referral', destination, destination)?.href,
    })),
    acceptWhole: links('accept-all')?.href,
    opened: links('opened')?.href,
    receipts: view.receipts.map(({ how, service, on: day, reported, until }) => ({
      text: `${service} ${receiptWords[how]}${reported ? `, reported by CAMHS (${inWords(reported)})` : ''}`,
      on: day,
      until,
    })),
    missing: missing(view),
    first: shownFirstMonths(view, can, asOf),
  };
}
