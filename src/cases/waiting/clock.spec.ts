// The clock and the list: WAIT-01, WAIT-02, WAIT-04, WAIT-07, WAIT-43 to WAIT-47.
import { given } from '../../kernel/given-when-then.js';
import { wait } from './wait.js';
import { waitEvents as events } from './domain/events.js';
import { brief, day, received } from './waits-for-tests.js';

const rtt = [received('2026-03-02', { pathway: 'RTT' })];
const correction = {
  type: 'CorrectClockStart',
  on: day('2026-06-01'),
  to: day('2026-02-16'),
  reason: 'Stamp on the letter',
  author: 'a',
} as const;

test('WAIT-01: the clock starts on the day on which the referral was received', () => {
  expect(given(wait, rtt).state.runs[0]?.start).toBe('2026-03-02');
});

test('WAIT-01: nothing of a wait happens before its clock started', () => {
  const { refusal } = given(wait, rtt).when({ type: 'StopClock', on: day('2026-03-01'), how: 'declined' });
  expect(refusal?.parts.rule).toBe('WAIT-01');
});

test('WAIT-02: active monitoring stops an RTT clock, and a later decision to treat starts a new one at zero', () => {
  const stopped = given(wait, rtt).when({ type: 'StopClock', on: day('2026-04-01'), how: 'active-monitoring' });
  const again = given(wait, [...rtt, ...stopped.facts]).when({ type: 'StartNewClock', on: day('2026-07-01') });
  expect(brief(again.facts)).toEqual(['WaitClockStarted 2026-07-01']);
  expect(again.state.runs[1]).toMatchObject({ start: '2026-07-01', startedBy: 'decision-to-treat' });
});

test('WAIT-02: no other stop is followed by a new clock', () => {
  const facts = [...rtt, events.clockStopped.fact(day('2026-04-01'), { how: 'declined' })];
  expect(given(wait, facts).when({ type: 'StartNewClock', on: day('2026-07-01') }).refusal?.parts.rule).toBe('WAIT-02');
});

test('WAIT-02: the start of treatment stops an RTT clock', () => {
  const { facts } = given(wait, rtt).when({ type: 'ReachSegment', on: day('2026-04-01'), segment: 'treatment' });
  expect(brief(facts)).toEqual(['WaitSegmentReached 2026-04-01', 'WaitClockStopped 2026-04-01']);
});

test('WAIT-04: there is no event that pauses a clock', () => {
  expect(Object.values(events).filter(({ type }) => /pause|suspend/i.test(type))).toEqual([]);
});

test('WAIT-07: stops of RTT do not apply to other pathways', () => {
  const { refusal } = given(wait, [received('2026-03-02')]).when({
    type: 'StopClock',
    on: day('2026-04-01'),
    how: 'active-monitoring',
  });
  expect(refusal?.parts.rule).toBe('WAIT-07');
});

describe('WAIT-44: a clock start is corrected, never replaced', () => {
  test('with the date before, a reason and an author', () => {
    expect(given(wait, rtt).when(correction).facts[0]?.data).toEqual({
      from: '2026-03-02',
      to: '2026-02-16',
      reason: 'Stamp on the letter',
      author: 'a',
    });
  });
  test('not without a reason', () => {
    expect(given(wait, rtt).when({ ...correction, reason: ' ' }).refusal?.parts.rule).toBe('WAIT-44');
  });
  test('not to a day after something of the wait has happened', () => {
    const facts = [...rtt, events.firstContactAttended.fact(day('2026-04-01'), { mode: 'video' })];
    expect(given(wait, facts).when({ ...correction, to: day('2026-04-02') }).refusal?.parts.rule).toBe('WAIT-44');
  });
  test('and the same date again adds nothing', () => {
    expect(given(wait, rtt).when({ ...correction, to: day('2026-03-02') }).facts).toEqual([]);
  });
});

describe('WAIT-43: nobody leaves the list without a reason', () => {
  const removed = [...rtt, events.removedFromList.fact(day('2026-05-01'), { reason: 'moved' })];

  test('removal after validation needs a validation', () => {
    const { refusal } = given(wait, rtt).when({
      type: 'Remove',
      on: day('2026-05-01'),
      reason: 'removed-after-validation',
    });
    expect(refusal?.parts.rule).toBe('WAIT-43');
  });
  test('who was removed is not removed again', () => {
    const { refusal } = given(wait, removed).when({ type: 'Remove', on: day('2026-05-02'), reason: 'seen' });
    expect(refusal?.parts.rule).toBe('WAIT-43');
  });
  test('a removal in error is undone, and the clock runs on from where it started', () => {
    const { state } = given(wait, removed).when({ type: 'Reinstate', on: day('2026-06-01'), reason: 'Wrong child' });
    expect(state.runs.map(({ start, end }) => [start, end])).toEqual([['2026-03-02', undefined]]);
    expect(state.removed).toBeUndefined();
  });
  test('a contact recorded in error is undone together with the stop it brought about', () => {
    const before = [received('2026-03-02')];
    const seen = given(wait, before).when({ type: 'AttendFirstContact', on: day('2026-04-01'), mode: 'video' }).facts;
    const { state } = given(wait, [...before, ...seen]).when({
      type: 'Reinstate',
      on: day('2026-04-02'),
      reason: 'Wrong child',
    });
    expect(state.firstContact).toBeUndefined();
    expect(state.runs[0]?.end).toBeUndefined();
  });
});

test('WAIT-45: a contact that did not come through is no contact', () => {
  const contact = {
    contact: 'check-in',
    to: 'family',
    channel: 'telephone',
    accessibleFormat: 'none-needed',
    riskChange: 'not-asked',
  } as const;
  const facts = [...rtt, events.waitingWellContact.fact(day('2026-04-01'), { ...contact, outcome: 'reached' })];
  const { state } = given(wait, facts).when({
    type: 'RecordContact',
    on: day('2026-06-01'),
    contact: { ...contact, outcome: 'no-answer' },
  });
  expect(state.contacts.flat().map(({ on }) => on)).toEqual(['2026-04-01']);
});

test('WAIT-47: a concern changes the urgency and leaves the clock alone', () => {
  const before = given(wait, rtt).state;
  const { state } = given(wait, rtt).when({
    type: 'Escalate',
    on: day('2026-05-01'),
    urgency: 'urgent',
    concern: 'Stopped eating',
  });
  expect(state.urgency).toBe('urgent');
  expect(state.runs).toEqual(before.runs);
});
