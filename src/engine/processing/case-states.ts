// The folded states of a projection's cases: in a table, the latest ones also in memory.
import type { Statements } from './statements.js';
import { table, type Table } from './table.js';

export interface Held<S> {
  readonly state: S;
  /** Revision of the case's last event; -1 before the first. */
  readonly revision: number;
}

/** States kept in memory at most; the table holds them all. */
const atMost = 20_000;

export const stateTable = (projection: string): Table =>
  table(`${projection}_state`, { id: 'text', state: 'text', revision: 'whole' }, { key: ['id'] });

export class CaseStates<S> {
  private readonly inMemory = new Map<string, Held<S>>();
  private readonly name: string;

  constructor(
    private readonly db: Statements,
    projection: string,
    private readonly initial: S,
  ) {
    this.name = `${projection}_state`;
  }

  get(id: string): Held<S> {
    const held = this.inMemory.get(id);
    if (held) return held;
    const sql = `SELECT state, revision FROM ${this.name} WHERE id = ?`;
    const row = this.db.get<{ state: string; revision: number }>(sql, id);
    return row ? { state: JSON.parse(row.state) as S, revision: row.revision } : { state: this.initial, revision: -1 };
  }

  save(id: string, held: Held<S>): void {
    if (this.inMemory.size >= atMost) this.inMemory.clear();
    this.inMemory.set(id, held);
    saveState(this.db, this.name, id, held);
  }

  /** What was saved was rolled back. */
  forget(id: string): void {
    this.inMemory.delete(id);
  }

  /** The case is in the lists no more. */
  remove(id: string): void {
    this.forget(id);
    this.db.run(`DELETE FROM ${this.name} WHERE id = ?`, id);
  }
}

/** `table`: the name of a table of states. */
export const saveState = <S>(db: Statements, table: string, id: string, { state, revision }: Held<S>): void =>
  db.run(
    `INSERT OR REPLACE INTO ${table} (id, state, revision) VALUES (?, ?, ?)`,
    ...[id, JSON.stringify(state), revision],
  );
