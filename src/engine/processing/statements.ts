// A database with its prepared statements kept: what projections write with and queries read with.
import { CaseTable, type Cells, type Value } from './case-table.js';
import { insertRows, replaceRows } from './replace-rows.js';
import { OnwardError } from '../../kernel/errors.js';
import { isDamage } from '../../store/sqlite-files/errors.js';
import { rowsAsArrays } from '../../store/sqlite-files/rows-as-arrays.js';
import { rollback, type Database, type Statement } from '../../store/sqlite-files/open-database.js';

export type { Value } from './case-table.js';
export type Row = Record<string, Value>;

export class Statements {
  private readonly prepared = new Map<string, Statement>();
  private readonly inCells = new Map<string, Statement>();
  private readonly tables = new Map<string, CaseTable>();
  /** While a rebuild fills the tables, what sums up many cases waits for the last of them. */
  readonly filling: boolean = false;

  constructor(
    readonly database: Database,
    /** Called when a question meets damage in the file; who asked is told that the lists are built again. */
    private readonly onDamage?: () => void,
  ) {}

  run(sql: string, ...values: readonly Value[]): void {
    this.statement(sql).run(...values);
  }

  get<R = Row>(sql: string, ...values: readonly Value[]): R | undefined {
    return this.asked(() => this.statement(sql).get(...values)) as R | undefined;
  }

  all<R = Row>(sql: string, ...values: readonly Value[]): R[] {
    return this.asked(() => this.statement(sql).all(...values)) as R[];
  }

  /** Rows as arrays of cells, in the order of the columns. */
  cells(sql: string, ...values: readonly Value[]): Value[][] {
    const rows = this.asked(() => {
      let statement = this.inCells.get(sql);
      if (!statement) this.inCells.set(sql, (statement = rowsAsArrays(this.database.prepare(sql))));
      return statement.all(...values);
    });
    return (rows as unknown as (Value[] | Row)[]).map((row) => (Array.isArray(row) ? row : Object.values(row)));
  }

  /** The rows of a case in a table become these, each with its cells in the order of the table's columns. */
  replace(table: string, caseId: string, rows: readonly Cells[]): void {
    replaceRows(this, this.table(table), caseId, rows);
  }

  table(name: string): CaseTable {
    let table = this.tables.get(name);
    if (!table) this.tables.set(name, (table = new CaseTable(name, this.all(`PRAGMA table_info(${name})`))));
    return table;
  }

  /** Runs `work` in one write transaction. */
  transaction<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      rollback(this.database);
      throw error;
    }
  }

  private asked<T>(question: () => T): T {
    if (!this.onDamage) return question();
    try {
      return question();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.onDamage();
      throw new OnwardError('not-caught-up', {
        detail: 'The lists were damaged and are being built again from the events.',
        help: 'Try again in a moment.',
      });
    }
  }

  private statement(sql: string): Statement {
    let statement = this.prepared.get(sql);
    if (!statement) this.prepared.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}

/** While a rebuild fills the tables: rows of one case may be there already, of a try that failed half-way. */
export class OverHalfACase extends Statements {
  override readonly filling = true;
}

/** While tables are filled for the first time there is nothing to delete: looking for it would cost more than the rows. */
export class IntoEmptyTables extends Statements {
  override readonly filling = true;

  override run(sql: string, ...values: readonly Value[]): void {
    if (!sql.startsWith('DELETE ')) super.run(sql, ...values);
  }

  override replace(table: string, _caseId: string, rows: readonly Cells[]): void {
    insertRows(this, this.table(table), rows);
  }
}
