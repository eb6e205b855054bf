// Kept counts against counting: whatever changes in whichever order, and filled at once as a rebuild does it.
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { countAnew, emptyLists } from './lists-for-tests.js';
import { never, type Span } from './spans.js';
import type { Statements } from './statements.js';
import { cellsOf } from './table.js';
import { entriesOf, tally, tallyDays, tallyOn, type Stay } from './tally.js';
import { writeRows } from './write-rows.js';

const kept = tally('test');

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(civilDate('2024-11-20'), days));
const span = fc
  .tuple(day, fc.integer({ min: 1, max: 400 }), fc.boolean())
  .map(([from, days, still]): Span => [from, still ? never : addDays(from, days)]);
const stay = fc.record({ what: fc.constantFrom('late', 'open'), of: fc.constantFrom('a', 'b'), spans: fc.array(span) });
const change = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), stays: fc.array(stay, { maxLength: 3 }) });

const empty = (): Statements =>
  emptyLists({
    name: 'test',
    version: 1,
    tables: Object.values(kept.tables),
    counts: [kept.count],
    apply: () => undefined,
  });

const keep = (db: Statements, id: string, stays: readonly Stay[]): void =>
  writeRows(db, id, [
    {
      table: kept.tables.test_days,
      rows: kept.rows(id, entriesOf(stays)).test_days.map((row) => cellsOf(kept.tables.test_days, row)),
    },
  ]);

const counted = (cases: Iterable<readonly Stay[]>, what: string, on: CivilDate): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const stays of cases)
    for (const one of stays)
      for (const [from, to] of one.spans)
        if (one.what === what && from <= on && on < to) found[one.of] = (found[one.of] ?? 0) + 1;
  return found;
};

test('a kept count is the count on every day, after every change', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.array(day, { minLength: 1 }), (changes, days) => {
      const db = empty();
      const cases = new Map<string, readonly Stay[]>();
      for (const { id, stays } of changes) {
        keep(db, id, stays);
        cases.set(id, stays);
      }
      for (const on of days)
        for (const what of ['late', 'open'])
          expect(Object.fromEntries(tallyOn(db, kept, what, on))).toEqual(counted(cases.values(), what, on));
    }),
  );
});

test('filled at once there are the same rows as after every change', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const db = empty();
      for (const { id, stays } of changes) keep(db, id, stays);
      const followed = db.all('SELECT * FROM test_tally');
      countAnew(db, kept.count);
      expect(db.all('SELECT * FROM test_tally')).toEqual(followed);
    }),
  );
});

test('day by day there is what changes on each, up to and without the last', () => {
  const db = empty();
  keep(db, '1', [{ what: 'late', of: 'a', spans: [[civilDate('2026-01-01'), civilDate('2026-01-03')]] }]);
  keep(db, '2', [{ what: 'late', of: 'a', spans: [[civilDate('2026-01-01'), never]] }]);
  const days = (to: string) => tallyDays(db, kept, 'late', [civilDate('2025-12-31'), civilDate(to)]);
  expect(days('2026-01-01')).toEqual([]);
  expect(days('2026-01-03').map((row) => ({ ...row }))).toEqual([{ on: '2026-01-01', of: 'a', n: 2 }]);
  expect(days('2026-01-04').map(({ on, n }) => [on, n])).toEqual([
    ['2026-01-01', 2],
    ['2026-01-03', -1],
  ]);
});
