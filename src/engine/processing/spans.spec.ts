// Spans of days against the days themselves.
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { both, never, nextDay, union, without, type Span } from './spans.js';

const first = civilDate('2026-01-01');
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(first, days));
const span = fc.tuple(day, fc.oneof(day, fc.constant(never)));
const spans = fc.array(span, { maxLength: 6 });
const days: readonly CivilDate[] = Array.from({ length: 45 }, (_, index) => addDays(first, index));
const has = (list: readonly Span[], on: CivilDate) => list.some(([from, to]) => from <= on && on < to);

test('a union has the days that any has, each once, in order', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const found = union(some);
      expect(days.map((on) => has(found, on))).toEqual(days.map((on) => has(some, on)));
      for (const [index, [from]] of found.entries()) expect(index === 0 || found[index - 1]![1] < from).toBe(true);
    }),
  );
});

test('both have the days that are in each', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const found = both(union(some), union(others));
      expect(days.map((on) => has(found, on))).toEqual(days.map((on) => has(some, on) && has(others, on)));
    }),
  );
});

test('without has the days of the first that are not in the second', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const found = without(union(some), union(others));
      expect(days.map((on) => has(found, on))).toEqual(days.map((on) => has(some, on) && !has(others, on)));
    }),
  );
});

test('the day after a day that never comes never comes either', () => {
  expect([nextDay(first), nextDay(never)]).toEqual(['2026-01-02', never]);
});
