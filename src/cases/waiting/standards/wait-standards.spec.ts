// The lists against their standards: WAIT-05, WAIT-11, WAIT-25, WAIT-48, and spells without crisis teams (WAIT-24).
import { waitEvents as events, type WaitFact } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { facts, project } from '../project-for-tests.js';
import { spellsOfPerson } from '../queries/spells-of-person.js';
import { aimOn, standards } from './standards.js';
import { waitStandards } from './wait-standards.js';

const census = day('2026-06-30');
const rtt = (on: string) => received(on, { pathway: 'RTT', service: 'paediatrics' });
/** Two facts of one command: a community wait ends with its first contact (WAIT-10). */
const attended = (on: string): WaitFact[] => [
  events.firstContactAttended.fact(day(on), { mode: 'face-to-face' }),
  events.clockStopped.fact(day(on), { how: 'first-contact' }),
];
const removed = (on: string, reason: 'moved' | 'seen' = 'moved'): WaitFact =>
  events.removedFromList.fact(day(on), { reason });
const the = (key: string) => {
  const found = standards.find((standard) => standard.key === key);
  if (!found) throw new Error(key);
  return found;
};

test('WAIT-05: the standard is 92 per cent, the plan asks 70 in 2026/27, nothing of its own in 2027/28, and 92 by 2028/29', () => {
  const days = ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01', '2028-04-01'].map(day);
  expect(days.map((on) => aimOn(the('rtt-planning-framework'), on))).toEqual([undefined, 70, 70, undefined, 92]);
  expect(days.map((on) => aimOn(the('rtt-18-weeks'), on))).toEqual([92, 92, 92, 92, 92]);
});

test('WAIT-05, WAIT-06: day 126 is within 18 weeks and day 127 is not, and the share is of the pathways that still wait', () => {
  const db = project([
    ...facts('within', rtt('2026-02-24')),
    ...facts('also', rtt('2026-06-01')),
    ...facts('beyond', rtt('2026-02-23')),
    ...facts('gone', rtt('2025-01-01'), removed('2026-06-01')),
  ]);
  const answers = waitStandards(db, census, { pathway: 'RTT' });
  expect(
    answers.map(({ key, waits, within, percent, aim, reached }) => [key, waits, within, percent, aim, reached]),
  ).toEqual([
    ['rtt-18-weeks', 3, 2, 66.7, 92, false],
    ['rtt-planning-framework', 3, 2, 66.7, 70, false],
  ]);
});

test('WAIT-48: therapies count who was seen, not who left the list, and more than half are most', () => {
  const therapy = (on: string) => received(on, { service: 'physiotherapy' });
  const db = project([
    ...facts('in time', therapy('2026-01-01'), ...attended('2026-05-07')),
    ...facts('late', therapy('2026-01-01'), ...attended('2026-05-08')),
    ...facts('soon', therapy('2026-01-01'), ...attended('2026-01-20')),
    ...facts('moved', therapy('2026-01-01'), removed('2026-01-10')),
    ...facts('long ago', therapy('2024-01-01'), ...attended('2024-01-20')),
  ]);
  const own = waitStandards(db, census, { pathway: 'CHS' }).find(({ key }) => key === 'therapies-18-weeks');
  expect(own).toMatchObject({ waits: 3, within: 2, percent: 66.7, aim: 50, reached: true, force: 'local' });
});

test('WAIT-25: eating disorders go by urgency: a week or four', () => {
  const treated = (id: string, urgency: 'urgent' | 'routine', on: string) =>
    facts(
      id,
      received('2026-05-01', { pathway: 'MH_CYP', service: 'eating-disorders', urgency }),
      events.clockStopped.fact(day(on), { how: 'first-treatment' }),
    );
  const db = project([
    ...treated('a', 'urgent', '2026-05-08'),
    ...treated('b', 'urgent', '2026-05-09'),
    ...treated('c', 'routine', '2026-05-29'),
  ]);
  const shares = waitStandards(db, census, { pathway: 'MH_CYP' });
  expect(shares.map(({ key, waits, within, reached }) => [key, waits, within, reached])).toEqual([
    ['eating-disorder-urgent', 2, 1, false],
    ['eating-disorder-routine', 1, 1, true],
    ['early-intervention-psychosis', 0, 0, undefined],
  ]);
});

test('WAIT-21, WAIT-24: a crisis team opens no spell, and a spell goes on when a new referral follows within five days', () => {
  const mental = (on: string, service = 'camhs-community') => received(on, { pathway: 'MH_CYP', service });
  const db = project([
    ...facts('w1', mental('2026-01-05'), removed('2026-03-02')),
    ...facts('w2', mental('2026-03-06')),
    ...facts('w3', mental('2026-01-02', 'crisis')),
    ...facts('w4', received('2026-01-01')),
  ]);
  expect(spellsOfPerson(db, 'p1', census)).toMatchObject([{ startedOn: '2026-01-05', days: 176, waits: ['w1', 'w2'] }]);
  expect(spellsOfPerson(db, 'p1', day('2026-03-03'))).toMatchObject([
    { startedOn: '2026-01-05', closedOn: '2026-03-02', days: 56, waits: ['w1'] },
  ]);
});
