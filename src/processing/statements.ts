// A database with its prepared statements kept: what projections write with and queries read with.
import { rollback, type Database, type Statement } from '../sqlite/open-database.js';

export type Value = string | number | null;
export type Row = Record<string, Value>;

export class Statements {
  private readonly prepared = new Map<string, Statement>();

  constructor(readonly database: Database) {}

  run(sql: string, ...values: readonly Value[]): void {
    this.statement(sql).run(...values);
  }

  get<R = Row>(sql: string, ...values: readonly Value[]): R | undefined {
    return this.statement(sql).get(...values) as R | undefined;
  }

  all<R = Row>(sql: string, ...values: readonly Value[]): R[] {
    return this.statement(sql).all(...values) as R[];
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

  private statement(sql: string): Statement {
    let statement = this.prepared.get(sql);
    if (!statement) this.prepared.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}

/** While tables are filled for the first time there is nothing to delete: looking for it would cost more than the rows. */
export class IntoEmptyTables extends Statements {
  override run(sql: string, ...values: readonly Value[]): void {
    if (!sql.startsWith('DELETE ')) super.run(sql, ...values);
  }
}
