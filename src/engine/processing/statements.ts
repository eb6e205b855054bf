// A database with its prepared statements kept: what projections write with and queries read with.
import type { Value } from './table.js';
import { OnwardError } from '../../kernel/errors.js';
import { isDamage } from '../../store/sqlite-files/errors.js';
import { rowsAsArrays } from '../../store/sqlite-files/rows-as-arrays.js';
import { rollback, type Database, type Statement } from '../../store/sqlite-files/open-database.js';

export type { Value } from './table.js';
export type Row = Record<string, Value>;

export class Statements {
  private readonly prepared = new Map<string, Statement>();
  private readonly inCells = new Map<string, Statement>();

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
