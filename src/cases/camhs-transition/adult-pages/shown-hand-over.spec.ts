// What the page of a hand-over says, and what it does not claim.
import type { HandOverView } from '../queries/hand-over-views.js';
import { missing, noGap, shownHandOver, shownHandOverRow } from './shown-hand-over.js';

const item = (itemId: string, status: string) => ({
  itemId,
  kind: 'medication',
  status,
  offeredOn: '2026-10-01',
  on: '2026-10-08',
});
const view = (more: Partial<HandOverView> = {}): HandOverView => ({
  id: 't1',
  personId: 'p1',
  name: 'Ada',
  team: 'Estuary',
  leadService: 'camhs',
  leadServiceName: 'CAMHS',
  inACrisis: 'CAMHS',
  items: [],
  referrals: [],
  receipts: [],
  appointments: [],
  owed: [],
  gap: false,
  revision: 3,
  ...more,
});
const day = '2026-11-25' as Parameters<typeof shownHandOver>[2];
const everything = () => true;
const nothing = () => false;

describe('TRN-01 on the page', () => {
  test('an accepted referral alone does not let CAMHS close', () => {
    const receipts = [{ how: 'referral' as const, service: 'Adult recovery', on: '2026-09-01' }];
    expect(noGap(view({ receipts }))).toMatchObject({
      text: 'CAMHS may not close yet',
      more: expect.stringContaining('not yet an opening') as string,
    });
  });

  test('a service that has the young person is named with its day', () =>
    expect(noGap(view({ heldBy: 'Adult recovery', heldSince: '2026-11-01' })).more).toBe(
      'Adult recovery has had the young person since 1 Nov 2026. The case is still open to CAMHS.',
    ));

  test('a gap is said as one, and a closed case whose service let go says that nobody has them now', () => {
    expect(noGap(view({ closedOn: '2026-11-01', gap: true })).text).toBe('There is a gap');
    expect(noGap(view({ closedOn: '2026-11-01' })).more).toContain('No service has the young person now');
  });
});

test('TRN-B3.3: each item waits for an answer of its own; an answered one has no buttons', () => {
  const { items, acceptWhole } = shownHandOver(
    view({ items: [item('a', 'offered'), item('b', 'accepted'), item('c', 'returned')] }),
    everything,
    day,
  );
  expect(items.map(({ tag, accept, query }) => [tag.text, accept, query])).toEqual([
    ['Waiting for an answer', '/adult/hand-overs/t1/record/accept/a', '/adult/hand-overs/t1/record/query/a'],
    ['Accepted', undefined, undefined],
    ['Queried: CAMHS offers it again', undefined, undefined],
  ]);
  expect(acceptWhole).toBeUndefined();
});

test('the whole is accepted once every item is, by whoever may, once, and not after the case was opened', () => {
  const items = [item('a', 'accepted')];
  const whole = (more: Partial<HandOverView>, may = everything) =>
    shownHandOver(view({ items, ...more }), may, day).acceptWhole;
  expect(whole({})).toBe('/adult/hand-overs/t1/record/accept-all/case');
  expect(whole({}, nothing)).toBeUndefined();
  expect(whole({ receipts: [{ how: 'referral', service: 'A', on: '2026-11-01' }] })).toBeDefined();
  expect(whole({ receipts: [{ how: 'hand-over', service: 'A', on: '2026-11-01' }] })).toBeUndefined();
  expect(whole({ receipts: [{ how: 'opening', service: 'A', on: '2026-11-01' }] })).toBeUndefined();
});

test('what is missing names the items and the rules, and is empty when nothing is', () => {
  expect(missing(view({ items: [item('a', 'offered')] }))).toEqual([
    'An answer to: medication (TRN-B3.3)',
    'A service that has opened the case or accepted the hand-over (TRN-01)',
    'A meeting with an adult worker before the transfer, on record (TRN-25)',
  ]);
  expect(missing(view({ items: [item('a', 'accepted')], heldBy: 'A', adultMetOn: '2026-10-01' }))).toEqual([]);
});

test('a row says what is not on record as not on record', () => {
  const row = { id: 't1', personId: 'p1', name: '', itemsOffered: 2, itemsAccepted: 1, itemsReturned: 1 };
  expect(shownHandOverRow(row)).toMatchObject({
    person: 'Name not known',
    destination: 'No service is chosen',
    items: { text: '1 of 4 items accepted, 1 queried' },
    steps: 'No acceptance on record; no meeting with an adult worker on record; still open to CAMHS',
  });
});
