// A loaded row becomes the facts that are new in it.
import { given } from '../../kernel/given-when-then.js';
import type { LoadedWait } from './loaded-row.js';
import { wait } from './wait.js';
import { waitEvents as events, type WaitFact } from './domain/events.js';
import { brief, day, received, referral } from './waits-for-tests.js';

const row: LoadedWait = { referral, receivedOn: day('2026-01-12') };
const load = (before: readonly WaitFact[], parts: Partial<LoadedWait> = {}, on = '2026-07-01') =>
  given(wait, before).when({ type: 'Load', on: day(on), row: { ...row, ...parts }, author: 'loader' });

test('a new row is a referral, its contact and its removal, each on its own day', () => {
  const { facts } = load([], {
    firstContactOn: day('2026-05-04'),
    removedOn: day('2026-05-20'),
    removalReason: 'seen',
  });
  expect(brief(facts)).toEqual([
    'WaitReferralReceived 2026-01-12',
    'WaitFirstContactAttended 2026-05-04',
    'WaitClockStopped 2026-05-04',
    'WaitRemovedFromList 2026-05-20',
  ]);
});

test('the same row again adds nothing', () => {
  const parts = { firstContactOn: day('2026-05-04'), removedOn: day('2026-05-20'), removalReason: 'seen' } as const;
  expect(load(load([], parts).facts, parts).facts).toEqual([]);
});

test('WAIT-44: another referral date in the file is a correction with its reason and author', () => {
  const { facts } = load([received('2026-01-12')], { receivedOn: day('2026-01-05') });
  expect(facts[0]?.data).toMatchObject({ from: '2026-01-12', to: '2026-01-05', author: 'loader' });
});

test('WAIT-44: a date that somebody here had corrected does not come back with the next file', () => {
  const corrected = events.clockStartCorrected.fact(day('2026-03-01'), {
    from: day('2026-01-12'),
    to: day('2026-01-02'),
    reason: 'Letter',
    author: 'ben.clinician',
  });
  expect(load([received('2026-01-12'), corrected]).facts).toEqual([]);
});

test('a removal that was undone here does not come back with the next file', () => {
  const parts = { removedOn: day('2026-05-20'), removalReason: 'moved' } as const;
  const undone = events.reinstated.fact(day('2026-06-02'), { undone: 'removal', reason: 'Still lives here' });
  expect(load([...load([], parts).facts, undone], parts).facts).toEqual([]);
});
