// Who is on the list of the first six months: everybody from the day on which they were received, whoever received them.
import type { ReadSide } from '../../processing/read-side.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import type { Clock } from '../../ops/clock.js';
import { ListFirstMonths, ListFirstMonthsHandler } from './list-first-months.js';

const actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const accepted = (date: string) => events.handOverAccepted.fact(day(date), { service: 'PROGRESSIONS', by: 'b' });

async function listed(on: string, ...received: readonly string[]) {
  // The 18th birthday is on 10 May 2026: six months after it they would have been gone from the list before they came.
  const db = database({ id: 'p1', birthDate: '2008-05-10' });
  received.forEach((date, index) => project(db, `t${index + 1}`, opened(), accepted(date)));
  const handler = new ListFirstMonthsHandler({ db } as ReadSide, { today: () => day(on) } as Clock);
  const { items } = await handler.execute(new ListFirstMonths({}, { actor, asOf: day(on) }));
  return items.map(({ id, transferredOn, coverUntil }) => [id, transferredOn, coverUntil]);
}

test('TRN-23a, TRN-24: received on 1 Dec 2026 by Progressions, on the list from that day for six months', async () => {
  expect(await listed('2026-11-30', '2026-12-01')).toEqual([]);
  expect(await listed('2026-12-01', '2026-12-01')).toEqual([['t1', '2026-12-01', '2027-06-01']]);
  expect(await listed('2026-12-02', '2026-12-01')).toHaveLength(1);
  expect(await listed('2027-06-01', '2026-12-01')).toHaveLength(1);
});

test('the earliest transfer comes first', async () => {
  expect((await listed('2026-12-02', '2026-12-01', '2026-07-01')).map(([id]) => id)).toEqual(['t2', 't1']);
});
