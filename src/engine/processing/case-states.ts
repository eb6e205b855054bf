// The folded states of a projection's cases: in a table, the latest ones also in memory.
import type { Statements } from './statements.js';

export interface Held<S> {
  readonly state: S;
  /** Revision of the case's last event; -1 before the first. */
  readonly revision: number;
}

/** States kept in memory; the table holds them all. Bounds the memory of a rebuild of any size. */
const atMost = 20_000;
/** States read from the table at a time. */
const pageSize = 500;

export const stateTables = (projection: string): string =>
  `CREATE TABLE ${projection}_state (id TEXT PRIMARY KEY, state TEXT NOT NULL, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

export class CaseStates<S> {
  private readonly inMemory = new Map<string, Held<S>>();
  private readonly unsaved = new Set<string>();
  private readonly select: string;
  private readonly upsert: string;
  private readonly page: string;
  private readonly delete: string;

  constructor(
    private readonly db: Statements,
    projection: string,
    private readonly initial: S,
  ) {
    this.select = `SELECT state, revision FROM ${projection}_state WHERE id = ?`;
    this.upsert = `INSERT OR REPLACE INTO ${projection}_state (id, state, revision) VALUES (?, ?, ?)`;
    this.delete = `DELETE FROM ${projection}_state WHERE id = ?`;
    this.page = `SELECT id, state, revision FROM ${projection}_state WHERE id > ? ORDER BY id LIMIT ${pageSize}`;
  }

  get(id: string): Held<S> {
    const held = this.inMemory.get(id);
    if (held) return held;
    const row = this.db.get<{ state: string; revision: number }>(this.select, id);
    return row ? { state: JSON.parse(row.state) as S, revision: row.revision } : { state: this.initial, revision: -1 };
  }

  save(id: string, held: Held<S>): void {
    this.remember(id, held);
    this.insert(id, held);
  }

  /** What was saved was rolled back. */
  forget(id: string): void {
    this.inMemory.delete(id);
  }

  /** The case is in the lists no more. */
  remove(id: string): void {
    this.forget(id);
    this.db.run(this.delete, id);
  }

  /** Of a case that is done with: it is not kept in memory. */
  insert(id: string, held: Held<S>): void {
    this.db.run(this.upsert, id, JSON.stringify(held.state), held.revision);
  }

  /** Keeps it in memory for now; it is saved when memory is full, or by `saveHeld`. */
  hold(id: string, held: Held<S>): void {
    this.remember(id, held);
    this.unsaved.add(id);
  }

  saveHeld(): void {
    for (const id of [...this.unsaved].sort()) {
      const held = this.inMemory.get(id);
      if (held) this.insert(id, held);
    }
    this.unsaved.clear();
  }

  /** Every state, in order of id. */
  *all(): Generator<Held<S> & { readonly id: string }> {
    for (let after = ''; ;) {
      const rows = this.db.all<{ id: string; state: string; revision: number }>(this.page, after);
      for (const { id, state, revision } of rows)
        yield { id, revision, ...(this.inMemory.get(id) ?? { state: JSON.parse(state) as S }) };
      const last = rows[rows.length - 1];
      if (!last || rows.length < pageSize) return;
      after = last.id;
    }
  }

  private remember(id: string, held: Held<S>): void {
    if (this.inMemory.size >= atMost && !this.inMemory.has(id)) {
      this.saveHeld();
      this.inMemory.clear();
    }
    this.inMemory.set(id, held);
  }
}
