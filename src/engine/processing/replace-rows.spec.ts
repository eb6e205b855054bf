// Rows of a case after replacing: just the ones wanted, whatever was there; and nothing is touched that stays the same.
import fc from 'fast-check';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import type { Cells } from './case-table.js';
import { IntoEmptyTables, Statements } from './statements.js';

const tables = `
CREATE TABLE thing (what TEXT, case_id TEXT NOT NULL, part INTEGER NOT NULL, day TEXT, PRIMARY KEY (case_id, part)) STRICT, WITHOUT ROWID;
CREATE INDEX thing_day ON thing (day);
CREATE TABLE touched (how TEXT NOT NULL, part INTEGER NOT NULL, columns TEXT) STRICT;
CREATE TRIGGER inserted AFTER INSERT ON thing BEGIN INSERT INTO touched VALUES ('insert', new.part, NULL); END;
CREATE TRIGGER deleted AFTER DELETE ON thing BEGIN INSERT INTO touched VALUES ('delete', old.part, NULL); END;
CREATE TRIGGER what_changed AFTER UPDATE OF what ON thing BEGIN INSERT INTO touched VALUES ('update', old.part, 'what'); END;
CREATE TRIGGER day_changed AFTER UPDATE OF day ON thing BEGIN INSERT INTO touched VALUES ('update', old.part, 'day'); END;`;

function aTable() {
  const db = new Statements(openDatabase(':memory:'));
  db.database.exec(tables);
  return {
    db,
    rows: (id: string) => db.cells('SELECT * FROM thing WHERE case_id = ? ORDER BY part', id),
    touched: () => db.cells('SELECT * FROM touched').map((cells) => cells.filter((cell) => cell !== null).join(' ')),
  };
}

const row = (id: string, part: number, what: string | null, day: string | null): Cells => [what, id, part, day];

describe('replacing the rows of a case', () => {
  it('inserts what is missing, removes what is too much, changes only the columns that differ', () => {
    const { db, rows, touched } = aTable();
    db.replace('thing', 'a', [row('a', 1, 'one', null), row('a', 2, 'two', '2026-01-01'), row('a', 3, 'three', null)]);
    db.database.exec('DELETE FROM touched');
    const wanted = [row('a', 2, 'second', '2026-01-01'), row('a', 3, 'three', null), row('a', 4, null, null)];
    db.replace('thing', 'a', wanted);
    expect(rows('a')).toEqual(wanted);
    expect(touched()).toEqual(['update 2 what', 'delete 1', 'insert 4']);
  });

  it('is idempotent and leaves other cases alone', () => {
    const { db, rows, touched } = aTable();
    const [mine, others] = [[row('a', 1, 'one', null)], [row('b', 1, 'other', null)]];
    db.replace('thing', 'a', mine);
    db.replace('thing', 'b', others);
    db.database.exec('DELETE FROM touched');
    db.replace('thing', 'a', mine);
    expect([rows('a'), rows('b'), touched()]).toEqual([mine, others, []]);
  });

  it('gives the same rows as filling empty tables, for any rows before and after', () => {
    const cells = fc.uniqueArray(
      fc.tuple(fc.nat({ max: 40 }), fc.option(fc.string()), fc.option(fc.constantFrom('2026-01-01', '2026-02-02'))),
      { selector: ([part]) => part, maxLength: 40 },
    );
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        const [changed, filled] = [aTable(), aTable()];
        const asRows = (all: typeof before) => all.map(([part, what, day]) => row('a', part, what, day));
        changed.db.replace('thing', 'a', asRows(before));
        changed.db.replace('thing', 'a', asRows(after));
        new IntoEmptyTables(filled.db.database).replace('thing', 'a', asRows(after));
        expect(changed.rows('a')).toEqual(filled.rows('a'));
        expect(changed.rows('a')).toHaveLength(after.length);
      }),
    );
  });

  it('refuses a table that has no key, by name', () => {
    const { db } = aTable();
    expect(() => db.replace('touched', 'a', [])).toThrow('touched has no primary key');
  });
});
