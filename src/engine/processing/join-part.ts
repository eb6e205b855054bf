// Takes the rows of a part of the read models, filled by another thread, into the whole.
import { tablesOf, type Projection } from './projection.js';
import type { Statements } from './statements.js';

/** Rows that each file has from its start (the rules of the packs), or that each part has all of, are the same in both; bookkeeping is the whole's own. */
const notTaken = new Set(['checkpoint', 'read_model']);

/** Inside the transaction of the whole. Both are in the order of their keys, so that each page of the whole is met once. */
export function joinPart(db: Statements, file: string, projections: readonly Projection[]): void {
  db.database.exec('COMMIT');
  db.run('ATTACH ? AS part', file);
  db.database.exec('BEGIN');
  const inBoth = new Set(
    projections.flatMap((projection) => (projection.lookedUp ? tablesOf(projection).map(({ name }) => name) : [])),
  );
  const tables = db.all<{ name: string }>(
    "SELECT name FROM part.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  for (const { name } of tables)
    if (!notTaken.has(name) && !inBoth.has(name))
      db.database.exec(`INSERT OR IGNORE INTO main.${name} SELECT * FROM part.${name}`);
  db.database.exec('COMMIT; DETACH part; BEGIN');
}
