// How far special needs are known now, from words and from plans, in whichever order they came to be known.
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { given } from '../../../kernel/given-when-then.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import { sendNowOf, youngPersonEvents as events, type YoungPersonFact } from './events.js';
import { registration } from '../../../cases/young-person/facts-for-tests.js';
import { sendStatusOn, type SendStatus } from './send-status.js';

const met = (status: SendStatus, on = '2025-02-03') =>
  events.registered.fact(day(on), { ...registration, sendStatus: status });
const said = (status: SendStatus, on: string) => events.sendStatusRecorded.fact(day(on), { status });
const plan = (on: string, planId = 'plan1') => events.ehcPlanKnown.fact(day(on), { planId });
const gone = (on: string, because: 'ended' | 'withdrawn', planId = 'plan1') =>
  events.ehcPlanGone.fact(day(on), { planId, because });

const stateOf = (facts: readonly YoungPersonFact[]) => given(youngPerson, facts).state;
const now = (...facts: readonly YoungPersonFact[]) => {
  const past = facts.map((fact, index) => ({ ...fact, id: `e${index + 1}` }));
  const { needs, since, deniedOn } = sendNowOf(past);
  return [needs, since?.on, deniedOn];
};

test('TRN-07, TRN-20: a plan makes a need known from its day, also when that lies before we met them', () => {
  expect(now(met('none'), plan('2026-02-02'))).toEqual([true, '2026-02-02', undefined]);
  expect(now(met('not-known'), plan('2019-05-01'))).toEqual([true, '2019-05-01', undefined]);
});

test('a status that is recorded later, or of an earlier day, counts from its day', () => {
  expect(now(met('not-known'), said('sen-support', '2026-02-02'))).toEqual([true, '2026-02-02', undefined]);
  expect(now(met('none'), said('none', '2026-03-02'), said('expected-long-term-need', '2026-02-02'))).toEqual([
    false,
    '2026-03-02',
    '2026-03-02',
  ]);
});

test('what was so when we met them has been so for as long as they are known', () => {
  expect(now(met('sen-support'))).toEqual([true, undefined, undefined]);
  expect(now(met('sen-support'), plan('2026-02-02'))).toEqual([true, undefined, undefined]);
  expect(now(met('not-known'))).toEqual([false, undefined, undefined]);
});

test('"none" denies a need; a plan that is there goes before a word', () => {
  expect(now(met('sen-support'), said('none', '2026-02-02'))).toEqual([false, '2026-02-02', '2026-02-02']);
  expect(now(met('none'), plan('2024-01-08'), said('none', '2026-02-02'))).toEqual([true, '2024-01-08', undefined]);
});

test('with the end of the plan the word that was recorded holds again, and a plan that was withdrawn never was', () => {
  expect(now(met('none'), plan('2024-01-08'), gone('2026-02-02', 'ended'))).toEqual([
    false,
    '2026-02-02',
    '2025-02-03',
  ]);
  expect(now(met('sen-support'), plan('2024-01-08'), gone('2026-02-02', 'ended'))).toEqual([
    true,
    undefined,
    undefined,
  ]);
  expect(now(met('not-known'), plan('2024-01-08'), gone('2024-01-08', 'withdrawn'))).toEqual([
    false,
    undefined,
    undefined,
  ]);
  expect(now(met('none'), plan('2024-01-08'), plan('2025-06-02', 'plan2'), gone('2026-02-02', 'withdrawn'))).toEqual([
    true,
    '2025-06-02',
    undefined,
  ]);
});

test('the status of a day: before the plan, on its day, on the day before its end and on its end', () => {
  const state = stateOf([met('sen-support'), plan('2026-02-02'), gone('2026-05-04', 'ended')]);
  const days = ['2026-02-01', '2026-02-02', '2026-05-03', '2026-05-04'].map((on) => sendStatusOn(state, day(on)));
  expect(days).toEqual(['sen-support', 'ehc-plan', 'ehc-plan', 'sen-support']);
});

describe('what the case of a plan tells of its person', () => {
  const tell = (how: 'held' | 'ended' | 'withdrawn', on: string, planId = 'plan1') =>
    ({ type: 'KnowPlan', on: day(on), planId, how }) as const;

  test('is recorded once, and again where its day is another', () => {
    const once = [met('none'), plan('2026-02-02')];
    expect(given(youngPerson, [met('none')]).when(tell('held', '2026-02-02')).facts).toHaveLength(1);
    expect(given(youngPerson, once).when(tell('held', '2026-02-02')).facts).toEqual([]);
    const moved = given(youngPerson, once).when(tell('held', '2026-01-02'));
    expect(moved.state.plans).toMatchObject([{ planId: 'plan1', from: '2026-01-02' }]);
  });

  test('its end and its withdrawal are told of a plan that is known only', () => {
    expect(given(youngPerson, [met('none')]).when(tell('ended', '2026-02-02')).facts).toEqual([]);
    expect(given(youngPerson, [met('none')]).when(tell('withdrawn', '2026-02-02')).facts).toEqual([]);
    const once = [met('none'), plan('2026-02-02')];
    const ended = given(youngPerson, once).when(tell('ended', '2026-05-04'));
    expect(ended.state.plans).toMatchObject([{ until: '2026-05-04' }]);
    expect(given(youngPerson, once).when(tell('withdrawn', '2026-02-02')).state.plans).toEqual([]);
  });

  test('REC-12: nothing is told of somebody who was forgotten', () => {
    const forgotten = events.forgotten.fact(day('2026-03-02'), {
      ground: 'retention-ended',
      decision: 'RM-2046-0017',
      rule: 'REC-03',
      keptUntil: day('2026-03-01'),
    });
    expect(given(youngPerson, [met('none'), forgotten]).when(tell('held', '2026-02-02')).facts).toEqual([]);
  });
});

test('a word that comes later, of a day before we met them, goes before what was said then', () => {
  const facts = [met('none'), said('sen-support', '2024-05-06')];
  expect(now(...facts)).toEqual([true, '2024-05-06', undefined]);
  expect(sendStatusOn(stateOf(facts), day('2026-01-01'))).toBe('sen-support');
  expect(sendStatusOn(stateOf(facts), day('2024-05-05'))).toBe('none');
});
