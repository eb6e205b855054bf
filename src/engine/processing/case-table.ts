// A table whose rows belong to cases: its columns and its key, as the database itself tells them, and the SQL that follows from them.

export type Value = string | number | null;

/** One row, in the order of the table's columns. */
export type Cells = readonly Value[];

/** Rows that one statement inserts at most; a statement is prepared once for each number of rows. */
export const rowsAtOnce = 16;

export class CaseTable {
  readonly columns: readonly string[];
  readonly select: string;
  readonly remove: string;
  private readonly keyAt: readonly number[];
  private readonly inserts: readonly string[];
  private readonly where: string;

  /** `info`: what `PRAGMA table_info` answers. The first column of the primary key is the id of the case. */
  constructor(
    readonly name: string,
    info: readonly { readonly name: string; readonly pk: number }[],
  ) {
    this.columns = info.map((column) => column.name);
    const key = info.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    if (!key[0]) throw new Error(`${name} has no primary key, or does not exist: its rows cannot be told apart`);
    this.keyAt = key.map((column) => info.indexOf(column));
    const all = this.columns.join(', ');
    this.where = key.map((column) => `${column.name} = ?`).join(' AND ');
    this.select = `SELECT ${all} FROM ${name} WHERE ${key[0].name} = ?`;
    this.remove = `DELETE FROM ${name} WHERE ${this.where}`;
    const places = `(${this.columns.map(() => '?').join(', ')})`;
    this.inserts = Array.from(
      { length: rowsAtOnce + 1 },
      (_, rows) => `INSERT OR REPLACE INTO ${name} (${all}) VALUES ${Array<string>(rows).fill(places).join(', ')}`,
    );
  }

  keyOf(row: Cells): Value[] {
    return this.keyAt.map((at) => row[at] ?? null);
  }

  insert(rows: number): string {
    return this.inserts[rows] ?? '';
  }

  /** Only the columns that change: an index on the others is left alone. */
  update(changed: readonly number[]): string {
    return `UPDATE ${this.name} SET ${changed.map((at) => `${this.columns[at]} = ?`).join(', ')} WHERE ${this.where}`;
  }
}
