// Kept counts against counting: whatever changes in whichever order, and filled at once as a rebuild does it.
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { never, type Span } from './spans.js';
import { IntoEmptyTables, Statements } from './statements.js';
import { fillTally, keepTurns, tallyOn, tallyTables, turnsOf, type Stay } from './tally.js';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(civilDate('2024-11-20'), days));
const span = fc
  .tuple(day, fc.integer({ min: 1, max: 400 }), fc.boolean())
  .map(([from, days, still]): Span => [from, still ? never : addDays(from, days)]);
const stay = fc.record({ what: fc.constantFrom('late', 'open'), of: fc.constantFrom('a', 'b'), spans: fc.array(span) });
const change = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), stays: fc.array(stay, { maxLength: 3 }) });

function empty(): Statements {
  const db = new Statements(openDatabase(':memory:'));
  db.database.exec(tallyTables('test'));
  return db;
}

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
        keepTurns(db, 'test', id, turnsOf(stays));
        cases.set(id, stays);
      }
      for (const on of days)
        for (const what of ['late', 'open'])
          expect(Object.fromEntries(tallyOn(db, 'test', what, on))).toEqual(counted(cases.values(), what, on));
    }),
  );
});

test('filled at once there are the same rows as after every change', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const [followed, built] = [empty(), empty()];
      for (const { id, stays } of changes) keepTurns(followed, 'test', id, turnsOf(stays));
      const filling = new IntoEmptyTables(built.database);
      for (const [id, stays] of new Map(changes.map((one) => [one.id, one.stays] as const)))
        keepTurns(filling, 'test', id, turnsOf(stays));
      built.database.exec(fillTally('test'));
      for (const table of ['test_turn', 'test_tally'])
        expect(built.all(`SELECT * FROM ${table}`)).toEqual(followed.all(`SELECT * FROM ${table}`));
    }),
  );
});
