// How far each process manager has come, in a file of its own: the read models beside it can be deleted and built again.
import { join } from 'node:path';
import type { Position } from '../../../store/port.js';
import { guarded } from '../../../store/sqlite-files/errors.js';
import { openDatabase, type Database } from '../../../store/sqlite-files/open-database.js';
import { roomToWrite } from '../../../store/sqlite-files/room-to-write.js';
import { Soundness } from '../../../store/sqlite-files/soundness.js';
import { checkpoints, resume, type Checkpoint } from '../checkpoints.js';
import { Statements, type Row, type Value } from '../statements.js';

/** The same columns as the checkpoints of projections, so that the same functions move, pause and resume them. */
const table = `
CREATE TABLE IF NOT EXISTS checkpoint (
  projection TEXT PRIMARY KEY, position TEXT NOT NULL, events INTEGER NOT NULL DEFAULT 0,
  paused_at TEXT, paused_event TEXT, paused_stream TEXT, paused_revision INTEGER, reason TEXT
) STRICT;`;

/** What goes wrong with the file is kept in mind, whoever asked. */
class StatementsNotingFailures extends Statements {
  constructor(
    database: Database,
    private readonly soundness: Soundness,
  ) {
    super(database);
  }

  override run(sql: string, ...values: readonly Value[]): void {
    this.notingFailures(() => super.run(sql, ...values));
  }

  override all<R = Row>(sql: string, ...values: readonly Value[]): R[] {
    return this.notingFailures(() => super.all<R>(sql, ...values));
  }

  override get<R = Row>(sql: string, ...values: readonly Value[]): R | undefined {
    return this.notingFailures(() => super.get<R>(sql, ...values));
  }

  /** A full disk shows when the transaction ends, too. */
  override transaction<T>(work: () => T): T {
    return this.notingFailures(() => super.transaction(work));
  }

  private notingFailures<T>(work: () => T): T {
    try {
      return guarded('process managers', work);
    } catch (error) {
      this.soundness.noteFailure('process managers', error);
      throw error;
    }
  }
}

/**
 * Only saves work: when the file is lost, its managers go through everything since their introduction once more, find each command
 * carried out already, and add nothing.
 */
export class ManagerPlaces {
  readonly db: Statements;

  /** In a data folder; without one in memory. */
  constructor(dataFolder?: string, soundness = new Soundness()) {
    const file = dataFolder === undefined ? ':memory:' : join(dataFolder, 'process-managers.sqlite');
    const database = openDatabase(file, { kind: 'process managers', durable: false });
    this.db = new StatementsNotingFailures(database, soundness);
    soundness.triedBy('process managers', () => roomToWrite(database));
    guarded('process managers', () => database.exec(table));
  }

  list(): Checkpoint[] {
    return checkpoints(this.db);
  }

  has(manager: string): boolean {
    return this.list().some(({ projection }) => projection === manager);
  }

  begin(manager: string, after: Position): void {
    this.db.run('INSERT OR IGNORE INTO checkpoint (projection, position) VALUES (?, ?)', manager, after);
  }

  /** Lets a paused manager try again from the event at which it stopped. */
  resume(manager: string): void {
    resume(this.db, manager);
  }

  close(): void {
    this.db.database.close();
  }
}
