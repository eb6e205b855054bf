// Makes the rows of one case what they should be, in all its tables, touching only what differs; the counts that they have a part in follow.
import { move, partOf } from './kept-count.js';
import { keyOf, rowsAtOnce, type Cells, type Moving, type Table, type Value } from './table.js';
import type { Statements } from './statements.js';

/** All rows of a case in a table: those that are not named go. */
export interface Wanted {
  readonly table: Table;
  readonly rows: readonly Cells[];
}

interface Changes {
  readonly table: Table;
  readonly removed: readonly Cells[];
  readonly changed: readonly { readonly old: Cells; readonly row: Cells }[];
  readonly added: readonly Cells[];
}

/**
 * Idempotent. An event changes one or two of the twenty rows of a case. Writing all of them anew costs several times as much as
 * looking at them: each stands in several indexes, what is deleted is overwritten, and every page touched goes to the disk twice.
 */
export function writeRows(db: Statements, id: string, wanted: readonly Wanted[]): void {
  const all = wanted.map((one) => changesIn(db, id, one)).filter((changes) => changes !== undefined);
  const parts = movedParts(all).map((one) => ({ ...one, before: partOf(db, one.moving, one.value) }));
  for (const changes of all) carryOut(db, changes);
  for (const { moving, value, before } of parts) move(db, moving, before, partOf(db, moving, value));
}

/** Into tables that have no row of the case. Of two rows with one key the later stays. Counts are made at the end. */
export function insertRows(db: Statements, { table: { statements }, rows }: Wanted): void {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    db.run(statements.inserts[some.length] ?? '', ...some.flat());
  }
}

/** Undefined: the rows are as they should be. */
function changesIn(db: Statements, id: string, { table, rows }: Wanted): Changes | undefined {
  const name = (cells: Cells) => keyOf(table, cells).join('\n');
  const there = new Map(db.cells(table.statements.select, id).map((cells) => [name(cells), cells]));
  const added: Cells[] = [];
  const changed: { old: Cells; row: Cells }[] = [];
  for (const row of rows) {
    const key = name(row);
    const old = there.get(key);
    there.delete(key);
    if (!old) added.push(row);
    else if (row.some((cell, at) => cell !== old[at])) changed.push({ old, row });
  }
  if (there.size + added.length + changed.length === 0) return undefined;
  return { table, removed: [...there.values()], changed, added };
}

interface MovedPart {
  readonly moving: Moving;
  readonly value: Value;
}

/** Which counts, and for which values of their column: those of the rows before and of the rows after, each once, whichever tables name it. */
function movedParts(all: readonly Changes[]): MovedPart[] {
  const found = new Map<string, MovedPart>();
  for (const { table, removed, changed, added } of all)
    for (const moving of table.moves) {
      const at = table.columns.indexOf(moving.column);
      const touched = [...removed, ...changed.flatMap(({ old, row }) => [old, row]), ...added];
      for (const value of new Set(touched.map((cells) => cells[at] ?? null)))
        found.set(`${moving.question} ${value}`, { moving, value });
    }
  return [...found.values()];
}

/** Of a row that differs only the columns that do: an index on the others is left alone. */
function carryOut(db: Statements, { table, removed, changed, added }: Changes): void {
  const { name, columns, statements } = table;
  for (const row of removed) db.run(statements.remove, ...keyOf(table, row));
  for (const { old, row } of changed) {
    const differing = [...row.keys()].filter((at) => row[at] !== old[at]);
    const set = differing.map((at) => `${columns[at]} = ?`).join(', ');
    const values = differing.map((at) => row[at] ?? null);
    db.run(`UPDATE ${name} SET ${set} WHERE ${statements.where}`, ...values, ...keyOf(table, row));
  }
  insertRows(db, { table, rows: added });
}
