// Since when the risk of a person is higher: as their wait says it, on every page about them.
import { riskHigherSince } from '../../../engine/deadlines/risk-higher.js';
import { waitEvents as events, type WaitFact } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { facts, project } from '../project-for-tests.js';

const contact = (on: string, riskChange: 'none' | 'lower' | 'higher' | 'not-asked') =>
  events.waitingWellContact.fact(day(on), {
    ...{ contact: 'check-in', to: 'young-person', channel: 'telephone', accessibleFormat: 'none-needed' },
    ...{ outcome: 'reached', riskChange, note: 'talks of self harm' },
  });

const since = (on: string, ...more: readonly WaitFact[]) => {
  const db = project(facts('w1', received('2026-01-05', { personId: 'p1' }), ...more));
  return [riskHigherSince(db, 'p1', day(on)), riskHigherSince(db, 'p2', day(on))];
};
const higher = contact('2026-03-03', 'higher');
const removed = events.removedFromList.fact(day('2026-05-01'), { reason: 'declined' });

test.each([
  ['2026-03-02', undefined],
  ['2026-03-03', '2026-03-03'],
  ['2026-03-04', '2026-03-03'],
])('WAIT-45: found higher on 3 March: on %s it is higher since %s, and nobody else’s is', (on, found) =>
  expect(since(on, higher)).toEqual([found, undefined]),
);

test('WAIT-45: only a contact that finds it lower takes the mark away, not one that did not ask', () => {
  expect(since('2026-04-02', higher, contact('2026-04-01', 'lower'))).toEqual([undefined, undefined]);
  for (const change of ['none', 'not-asked'] as const)
    expect(since('2026-04-02', higher, contact('2026-04-01', change))).toEqual(['2026-03-03', undefined]);
});

test.each([
  ['2026-04-30', '2026-03-03'],
  ['2026-05-01', undefined],
  ['2026-05-02', undefined],
])('a wait that ended on 1 May takes its own mark away: on %s %s', (on, found) =>
  expect(since(on, higher, removed)).toEqual([found, undefined]),
);

test.each([
  ['2026-03-02', undefined],
  ['2026-03-20', '2026-03-03'],
  ['2026-03-31', '2026-03-03'],
  ['2026-04-01', undefined],
  ['2026-04-02', undefined],
])('WAIT-45: of an earlier day it is told as it stood then, though found lower on 1 April: on %s %s', (on, found) =>
  expect(since(on, higher, contact('2026-03-20', 'higher'), contact('2026-04-01', 'lower'))).toEqual([
    found,
    undefined,
  ]),
);
