// TRN-02 on the page: the reason, or that none is on record.
import { past18Lead, shownPast18 } from './shown-past-18.js';

const line = (past18?: object) => ({
  id: 't1',
  personId: 'p1',
  name: 'Ada',
  team: 'Estuary',
  ...(past18 && { past18 }),
});
const since = { since: '2026-09-01', days: 85 };

test('TRN-02: no reason is said in red, never left blank', () =>
  expect(shownPast18(line(since) as Parameters<typeof shownPast18>[0])).toMatchObject({
    howLong: '85 days',
    reason: { text: 'No reason recorded', colour: 'red' },
    review: '',
    destination: 'No service is chosen',
  }));

test('TRN-02: a reason whose review is over stands out', () => {
  const past18 = { ...since, reason: 'awaiting-receiver', reviewOn: '2026-11-01', reviewOverdue: true };
  expect(shownPast18(line(past18) as Parameters<typeof shownPast18>[0])).toMatchObject({
    reason: { text: 'Awaiting receiver', colour: 'orange' },
    review: 'Review was due 1 Nov 2026',
  });
});

test('how many, and the longest', () => {
  expect(past18Lead({ count: 0, longestDays: 0, items: [] })).toBe('Nobody is open to CAMHS past 18.');
  expect(past18Lead({ count: 1, longestDays: 1, items: [] })).toContain(
    '1 person is open to CAMHS past 18, the longest for 1 day',
  );
});

test('REC-11: of somebody said to have died nobody is asked for the reason, and the list says what waits', () => {
  const of = (saidToHaveDied?: true) =>
    shownPast18({ ...line(since), saidToHaveDied } as Parameters<typeof shownPast18>[0], true);
  expect(of(true).record).toBeUndefined();
  expect(of(true).held).toContain('Held until the death is confirmed');
  expect(of()).toMatchObject({ record: '/transitions/t1/record/past-18', held: undefined });
});
