// Rows of a case after writing: just the ones wanted, whatever was there; nothing is touched that stays the same; and every count follows.
import fc from 'fast-check';
import { keptCount, movedBy } from './kept-count.js';
import { countAnew, emptyLists } from './lists-for-tests.js';
import { layoutOf } from './read-models.js';
import { table, type Cells } from './table.js';
import { insertRows, writeRows } from './write-rows.js';

/** How many things there are of each day. */
const perDay = keptCount(
  'things_on',
  { day: 'text' },
  'things',
  (where) => `SELECT day, count(*) FROM thing WHERE day IS NOT NULL ${where} GROUP BY 1`,
);

const thing = table(
  'thing',
  { what: 'text?', case_id: 'text', part: 'whole', day: 'text?' },
  {
    key: ['case_id', 'part'],
    indexes: { thing_day: '(day)' },
    moves: [movedBy(perDay, 'case_id', 'case_id')],
  },
);

const watching = `
CREATE TABLE touched (how TEXT NOT NULL, part INTEGER NOT NULL, columns TEXT) STRICT;
CREATE TRIGGER inserted AFTER INSERT ON thing BEGIN INSERT INTO touched VALUES ('insert', new.part, NULL); END;
CREATE TRIGGER deleted AFTER DELETE ON thing BEGIN INSERT INTO touched VALUES ('delete', old.part, NULL); END;
CREATE TRIGGER what_changed AFTER UPDATE OF what ON thing BEGIN INSERT INTO touched VALUES ('update', old.part, 'what'); END;
CREATE TRIGGER day_changed AFTER UPDATE OF day ON thing BEGIN INSERT INTO touched VALUES ('update', old.part, 'day'); END;`;

function aTable() {
  const db = emptyLists({ name: 'things', version: 1, tables: [thing], counts: [perDay], apply: () => undefined });
  db.database.exec(watching);
  return {
    db,
    write: (id: string, rows: readonly Cells[]) => writeRows(db, id, [{ table: thing, rows }]),
    rows: (id: string) => db.cells('SELECT * FROM thing WHERE case_id = ? ORDER BY part', id),
    counts: () => db.cells('SELECT * FROM things_on ORDER BY 1'),
    touched: () => db.cells('SELECT * FROM touched').map((cells) => cells.filter((cell) => cell !== null).join(' ')),
  };
}

const row = (id: string, part: number, what: string | null, day: string | null): Cells => [what, id, part, day];

const some = fc.uniqueArray(
  fc.tuple(fc.nat({ max: 40 }), fc.option(fc.string()), fc.option(fc.constantFrom('2026-01-01', '2026-02-02'))),
  { selector: ([part]) => part, maxLength: 40 },
);
type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;
const rowsOf = (id: string, all: Some) => all.map(([part, what, day]) => row(id, part, what, day));

describe('writing the rows of a case', () => {
  it('inserts what is missing, removes what is too much, changes only the columns that differ', () => {
    const { db, write, rows, touched } = aTable();
    write('a', [row('a', 1, 'one', null), row('a', 2, 'two', '2026-01-01'), row('a', 3, 'three', null)]);
    db.database.exec('DELETE FROM touched');
    const wanted = [row('a', 2, 'second', '2026-01-01'), row('a', 3, 'three', null), row('a', 4, null, null)];
    write('a', wanted);
    expect(rows('a')).toEqual(wanted);
    expect(touched().sort()).toEqual(['delete 1', 'insert 4', 'update 2 what']);
  });

  it('is idempotent and leaves other cases alone', () => {
    const { db, write, rows, touched } = aTable();
    const [mine, others] = [[row('a', 1, 'one', null)], [row('b', 1, 'other', null)]];
    write('a', mine);
    write('b', others);
    db.database.exec('DELETE FROM touched');
    write('a', mine);
    expect([rows('a'), rows('b'), touched()]).toEqual([mine, others, []]);
  });

  it('gives the same rows as filling empty tables, for any rows before and after', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [changed, filled] = [aTable(), aTable()];
        changed.write('a', rowsOf('a', before));
        changed.write('a', rowsOf('a', after));
        insertRows(filled.db, { table: thing, rows: rowsOf('a', after) });
        expect(changed.rows('a')).toEqual(filled.rows('a'));
        expect(changed.rows('a')).toHaveLength(after.length);
      }),
    );
  });

  it('keeps each count as counting anew would have it, whatever rows of whichever cases come, change and go', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), some);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { db, write, counts } = aTable();
        for (const [id, all] of steps) write(id, rowsOf(id, all));
        const kept = counts();
        countAnew(db, perDay);
        expect(counts()).toEqual(kept);
      }),
    );
  });

  it('counts a row that another of the same key replaces once', () => {
    const { write, counts } = aTable();
    write('a', [row('a', 1, 'one', '2026-01-01'), row('a', 1, 'one', '2026-02-02')]);
    expect(counts()).toEqual([['2026-02-02', 1]]);
  });
});

it('a count that is asked otherwise makes the lists new: its old answer is not moved on', () => {
  const lists = (question: typeof perDay.question) =>
    layoutOf([
      { name: 'things', version: 1, tables: [thing], counts: [{ ...perDay, question }], apply: () => undefined },
    ]);
  expect(lists(perDay.question)).toBe(lists(perDay.question));
  expect(lists((where) => perDay.question(where).replace('count(*)', 'count(what)'))).not.toBe(lists(perDay.question));
});
