// A case beside the facts that stand of it, so that many cases can be asked as of another day at once (REC-24).
import { civilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { past } from '../../kernel/given-when-then.js';
import { stateOf } from '../../kernel/history.js';
import type { Fact } from '../../kernel/events.js';
import { asOf, keepingFacts } from './keeping-facts.js';
import { counter, counterEvents } from './kit-for-tests.js';

const counterKind = { ...counter, noun: 'counter', events: counterEvents, subjectOf: () => undefined };
const kept = keepingFacts<typeof counter.initial, Fact>(counterKind);
const counted = (on: string, by: number, note?: string): Fact =>
  counterEvents.counted.fact(civilDate(on), { by, note });
const kind = counterKind as unknown as Parameters<typeof asOf<typeof counter.initial, Fact>>[0];
const totalOn = (facts: readonly Fact[], day: string) =>
  asOf(kind, stateOf(kept, past(facts)), civilDate(day)).now.total;

const facts = [counted('2026-03-01', 1), counted('2026-03-10', 2), counted('2026-03-05', 4)];

test.each([
  ['2026-02-28', 0],
  ['2026-03-01', 1],
  ['2026-03-04', 1],
  ['2026-03-05', 5],
  ['2026-03-09', 5],
  ['2026-03-10', 7],
  ['2026-06-01', 7],
])('at the end of %s it had counted %i, in whatever order that was recorded', (day, total) => {
  expect(totalOn(facts, day)).toBe(total);
});

test('a corrected fact counts from its right day, a withdrawn one on no day', () => {
  const on = civilDate('2026-06-01');
  const changes = [{ field: 'occurredOn', from: '2026-03-01', to: '2026-03-07' }];
  const moved = correctionFacts.corrected.fact(on, { correctsEventId: 'e1', changes, reason: 'r' });
  const gone = correctionFacts.withdrawn.fact(on, { correctsEventId: 'e2', reason: 'r' });
  const days = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-10'];
  expect(days.map((day) => totalOn([...facts, moved, gone], day))).toEqual([0, 4, 4, 5, 5]);
});

test('many facts are kept in one go as they are one after the other: a long case is not copied at each of them', () => {
  const [first, ...rest] = past([...facts, counted('2026-04-01', 8, 'a private note')]);
  if (!first) throw new Error('no facts');
  const before = kept.evolve(kept.initial, first);
  expect(kept.evolveAll?.(before, rest)).toEqual(rest.reduce((state, fact) => kept.evolve(state, fact), before));
  expect(before.facts).toHaveLength(1);
});

test('what is sealed in an event stays out of what is kept', () => {
  const state = stateOf(kept, past([counted('2026-03-01', 1, 'a private note')]));
  expect([JSON.stringify(state).includes('private'), state.facts[0]?.data]).toEqual([false, { by: 1 }]);
});
