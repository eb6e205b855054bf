// The record of reading in a file of its own: written together once a turn, beside the request; added to, never changed.
import type { View, ViewLog } from '../../identity/view-log.js';
import type { Clock } from '../../ops/clock.js';
import { unavailable } from '../../sqlite/errors.js';
import { openDatabase, rollback, type Database, type Statement } from '../../sqlite/open-database.js';

const tables = `
CREATE TABLE IF NOT EXISTS view (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
  query TEXT NOT NULL, correlation TEXT, shown INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS shown (subject TEXT NOT NULL, view INTEGER NOT NULL REFERENCES view (id), PRIMARY KEY (subject, view)) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS view_stays BEFORE UPDATE ON view BEGIN SELECT RAISE(ABORT, 'what was noted stays'); END;
CREATE TRIGGER IF NOT EXISTS view_stays_there BEFORE DELETE ON view BEGIN SELECT RAISE(ABORT, 'what was noted stays'); END;
CREATE TRIGGER IF NOT EXISTS shown_stays BEFORE UPDATE ON shown BEGIN SELECT RAISE(ABORT, 'what was noted stays'); END;
CREATE TRIGGER IF NOT EXISTS shown_stays_there BEFORE DELETE ON shown BEGIN SELECT RAISE(ABORT, 'what was noted stays'); END;`;

export interface NotedView {
  readonly id: number;
  /** UTC instant. */
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly organisation: string;
  readonly query: string;
  readonly correlationId: string | null;
  /** How many people or cases that answer showed. */
  readonly shown: number;
}

export class SqliteViewLog implements ViewLog {
  private readonly database: Database;
  private readonly addView: Statement;
  private readonly addShown: Statement;
  private readonly select: Statement;
  private waiting: (View & { readonly at: string })[] = [];
  private due: NodeJS.Immediate | undefined;
  private broken = false;

  /** Error: `store-unavailable` when the file cannot be used. */
  constructor(
    file: string,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {
    this.database = openDatabase(file, { kind: 'views', durable: false });
    this.database.exec(tables);
    this.addView = this.database.prepare(
      'INSERT INTO view (at, actor, role, organisation, query, correlation, shown) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.addShown = this.database.prepare('INSERT OR IGNORE INTO shown (subject, view) VALUES (?, ?)');
    this.select = this.database.prepare(
      `SELECT id, at, actor, role, organisation, query, correlation AS correlationId, shown FROM view
       WHERE id IN (SELECT view FROM shown WHERE subject IN (SELECT value FROM json_each(?))) AND id < ? ORDER BY id DESC LIMIT ?`,
    );
  }

  /** While what was noted before could not be written, nothing more is shown: each question tries again. */
  note(view: View): void {
    if (this.broken) this.flush();
    this.waiting.push({ ...view, at: this.clock.now() });
    this.due ??= setImmediate(() => {
      try {
        this.flush();
      } catch (error) {
        this.onTrouble(error);
      }
    });
  }

  /** Writes what waits. Error: `store-unavailable`; what waits goes on waiting. */
  flush(): void {
    clearImmediate(this.due);
    this.due = undefined;
    if (this.waiting.length === 0) return;
    try {
      this.write();
      this.waiting = [];
      this.broken = false;
    } catch {
      this.broken = true;
      throw unavailable(
        'Who looks at a personal record is written down, and that cannot be written at this moment; so no personal record is shown.',
        'Tell whoever runs Onward: the file of views in the data folder needs room on its disk and rights to write.',
      );
    }
  }

  /** The newest first; `before` is the id from which an earlier answer ended. */
  of(subjects: readonly string[], limit: number, before = Number.MAX_SAFE_INTEGER): NotedView[] {
    this.flush();
    return this.select.all(JSON.stringify(subjects), before, limit) as unknown as NotedView[];
  }

  close(): void {
    try {
      this.flush();
    } catch (error) {
      this.onTrouble(error);
    } finally {
      this.database.close();
    }
  }

  private write(): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const { at, actor, query, shown, correlationId } of this.waiting) {
        const { id, role, organisation } = actor;
        const row = [at, id, role, organisation, query, correlationId ?? null, shown.length] as const;
        const { lastInsertRowid } = this.addView.run(...row);
        for (const subject of shown) this.addShown.run(subject, lastInsertRowid);
      }
      this.database.exec('COMMIT');
    } catch (error) {
      rollback(this.database);
      throw error;
    }
  }
}
