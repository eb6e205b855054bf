// Makes the rows of one case in one table what they should be, touching only what differs.
import { rowsAtOnce, type CaseTable, type Cells, type Value } from './case-table.js';

/** What replacing rows needs of a database. */
export interface RowAccess {
  run(sql: string, ...values: readonly Value[]): void;
  cells(sql: string, ...values: readonly Value[]): Value[][];
}

/**
 * Idempotent. An event changes one or two of the twenty rows of a case. Writing all of them anew costs several times as much as
 * looking at them: each stands in several indexes, what is deleted is overwritten, and every page touched goes to the disk twice.
 */
export function replaceRows(db: RowAccess, table: CaseTable, caseId: string, wanted: readonly Cells[]): void {
  const there = new Map(db.cells(table.select, caseId).map((row) => [nameOf(table, row), row]));
  const missing: Cells[] = [];
  for (const row of wanted) {
    const name = nameOf(table, row);
    const old = there.get(name);
    there.delete(name);
    if (!old) missing.push(row);
    else change(db, table, old, row);
  }
  for (const row of there.values()) db.run(table.remove, ...table.keyOf(row));
  insertRows(db, table, missing);
}

/** Inserts rows; of two with one key the later stays. */
export function insertRows(db: RowAccess, table: CaseTable, rows: readonly Cells[]): void {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    db.run(table.insert(some.length), ...some.flat());
  }
}

function change(db: RowAccess, table: CaseTable, old: Cells, row: Cells): void {
  const changed = [...row.keys()].filter((at) => row[at] !== old[at]);
  if (changed.length > 0) db.run(table.update(changed), ...changed.map((at) => row[at] ?? null), ...table.keyOf(row));
}

const nameOf = (table: CaseTable, row: Cells): string => table.keyOf(row).join('\n');
