// For tests: the tables of some projections in a SQLite of the test's own.
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { fillCount } from './kept-count.js';
import { createIndexes, createTables, type Projection } from './projection.js';
import { setAsideTable } from './set-aside.js';
import { Statements } from './statements.js';
import type { KeptCount } from './table.js';

export function emptyLists(...projections: readonly Projection[]): Statements {
  const db = new Statements(openDatabase(':memory:'));
  db.database.exec(setAsideTable);
  for (const projection of projections) {
    createTables(db, projection);
    createIndexes(db, projection);
  }
  return db;
}

/** As a rebuild would count; what was kept is gone. */
export function countAnew(db: Statements, ...counts: readonly KeptCount[]): void {
  for (const count of counts) {
    db.run(`DELETE FROM ${count.table.name}`);
    fillCount(db, count);
  }
}
