// The record of reading in a file of its own: written together once a turn, beside the request; added to, never changed.
import type { View, ViewLog } from '../../access/view-log.js';
import type { Clock } from '../../../kernel/clock.js';
import { guarded, storeError, unavailable } from '../../../store/sqlite-files/errors.js';
import { roomToWrite } from '../../../store/sqlite-files/room-to-write.js';
import { Soundness } from '../../../store/sqlite-files/soundness.js';
import { openDatabase, rollback, type Database, type Statement } from '../../../store/sqlite-files/open-database.js';

const tables = `
CREATE TABLE IF NOT EXISTS view (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
  query TEXT NOT NULL, correlation TEXT, shown INTEGER NOT NULL, refused INTEGER NOT NULL DEFAULT 0
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
  /** How many people or cases that answer showed, or was to show. */
  readonly shown: number;
  /** 1 where it was asked for and not shown. */
  readonly refused: number;
}

interface OpenFile {
  readonly database: Database;
  readonly addView: Statement;
  readonly addShown: Statement;
  readonly select: Statement;
}

/** The file is opened by whoever shows people, or with the first look: the command line shows nobody, and works without it. */
export class SqliteViewLog implements ViewLog {
  private file: OpenFile | undefined;
  private waiting: (View & { readonly at: string })[] = [];
  private due: NodeJS.Immediate | undefined;
  private broken = false;

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
    private readonly soundness = new Soundness(),
  ) {
    soundness.triedBy('views', () => {
      roomToWrite(this.opened().database);
      this.flush();
    });
  }

  /** Error: `store-unavailable` when the file cannot be used: a server that could not note a look should not start. */
  open(): void {
    this.opened();
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
    } catch (error) {
      this.broken = true;
      this.soundness.noteFailure('views', error);
      throw unavailable(
        'Who looks at a personal record is written down, and that cannot be written at this moment; so no personal record is shown.',
        'Tell whoever runs Onward: the file of views in the data folder needs room on its disk and rights to write.',
      );
    }
  }

  /** The newest first; `before` is the id from which an earlier answer ended. */
  of(subjects: readonly string[], limit: number, before = Number.MAX_SAFE_INTEGER): NotedView[] {
    this.flush();
    try {
      return this.opened().select.all(JSON.stringify(subjects), before, limit) as unknown as NotedView[];
    } catch (error) {
      this.soundness.noteFailure('views', error);
      throw storeError('views', error);
    }
  }

  close(): void {
    try {
      this.flush();
    } catch (error) {
      this.onTrouble(error);
    } finally {
      this.file?.database.close();
      this.file = undefined;
    }
  }

  private opened(): OpenFile {
    return (this.file ??= openFile(this.path));
  }

  private write(): void {
    const { database, addView, addShown } = this.opened();
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const { at, actor, query, shown, correlationId, refused } of this.waiting) {
        const { id, role, organisation } = actor;
        const row = [at, id, role, organisation, query, correlationId ?? null, shown.length, refused ? 1 : 0] as const;
        const { lastInsertRowid } = addView.run(...row);
        for (const subject of shown) addShown.run(subject, lastInsertRowid);
      }
      database.exec('COMMIT');
    } catch (error) {
      rollback(database);
      throw error;
    }
  }
}

/** A file from before refusals were noted gets the column; what stands in it was shown. */
function addRefused(database: Database): void {
  const columns = database.prepare('PRAGMA table_info(view)').all() as { name: string }[];
  if (!columns.some(({ name }) => name === 'refused'))
    database.exec('ALTER TABLE view ADD COLUMN refused INTEGER NOT NULL DEFAULT 0');
}

function openFile(path: string): OpenFile {
  const database = openDatabase(path, { kind: 'views', durable: false });
  try {
    return guarded('views', () => {
      database.exec(tables);
      addRefused(database);
      return {
        database,
        addView: database.prepare(
          'INSERT INTO view (at, actor, role, organisation, query, correlation, shown, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ),
        addShown: database.prepare('INSERT OR IGNORE INTO shown (subject, view) VALUES (?, ?)'),
        select: database.prepare(
          `SELECT id, at, actor, role, organisation, query, correlation AS correlationId, shown, refused FROM view
           WHERE id IN (SELECT view FROM shown WHERE subject IN (SELECT value FROM json_each(?))) AND id < ? ORDER BY id DESC LIMIT ?`,
        ),
      };
    });
  } catch (error) {
    database.close();
    throw error;
  }
}
