// One wait on a day: what came later is not there yet.
import { waitEvents as events } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { facts, project } from '../project-for-tests.js';
import { oneWait } from './wait-answer.js';

const db = project(
  facts(
    'w1',
    received('2026-03-02'),
    events.firstContactAttended.fact(day('2026-04-01'), { mode: 'video' }),
    events.removedFromList.fact(day('2026-05-04'), { reason: 'moved' }),
  ),
);
const wait = (on: string) => oneWait(db, db.get('SELECT * FROM wait_case')!, day(on));

it('on a day before the first contact the clock runs, and nobody was seen or taken off the list', () => {
  const { firstContactOn, removedOn, removalReason, segments, clocks } = wait('2026-03-31');
  expect({ firstContactOn, removedOn, removalReason, segments }).toEqual({ segments: [] });
  const known = clocks.filter(({ recordedTo }) => recordedTo === undefined);
  expect(known).toMatchObject([{ start: '2026-03-02', end: undefined, endedBy: undefined, days: 29 }]);
});

it('on the day of each it is there, with how long it took', () => {
  expect(wait('2026-04-01')).toMatchObject({
    firstContactOn: '2026-04-01',
    removedOn: undefined,
    segments: [{ segment: 'first-contact', days: 30 }],
  });
  expect(wait('2026-05-04')).toMatchObject({ removedOn: '2026-05-04', removalReason: 'moved' });
});
