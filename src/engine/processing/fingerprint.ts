// What the lists of this software look like: files made by software with the same fingerprint may stand in for each other.
import { createHash } from 'node:crypto';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { createTables, type Projection } from './projection.js';
import { layoutOf } from './read-models.js';
import { Statements } from './statements.js';

/** The tables with their versions, and the rows that stand in every file from its start, such as the rules of the shipped packs. */
export function fingerprintOf(projections: readonly Projection[]): string {
  const db = new Statements(openDatabase(':memory:'));
  try {
    for (const projection of projections) createTables(db, projection);
    for (const projection of projections) projection.firstRows?.(db);
    const hash = createHash('sha256').update(layoutOf(projections));
    const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (const { name } of tables)
      for (const row of db.cells(`SELECT * FROM ${name}`)) hash.update(`\n${name} ${JSON.stringify(row)}`);
    return hash.digest('hex');
  } finally {
    db.database.close();
  }
}
