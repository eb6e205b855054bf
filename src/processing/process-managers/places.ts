// How far each process manager has come, in a file of its own: the read models beside it can be deleted and built again.
import { join } from 'node:path';
import type { Position } from '../../event-store/port.js';
import { openDatabase } from '../../sqlite/open-database.js';
import { checkpoints, resume, type Checkpoint } from '../checkpoints.js';
import { Statements } from '../statements.js';

/** The same columns as the checkpoints of projections, so that the same functions move, pause and resume them. */
const table = `
CREATE TABLE IF NOT EXISTS checkpoint (
  projection TEXT PRIMARY KEY, position TEXT NOT NULL, events INTEGER NOT NULL DEFAULT 0,
  paused_at TEXT, paused_event TEXT, paused_stream TEXT, paused_revision INTEGER, reason TEXT
) STRICT;`;

/**
 * Only saves work: when the file is lost, its managers go through everything since their introduction once more, find each command
 * carried out already, and add nothing.
 */
export class ManagerPlaces {
  readonly db: Statements;

  /** In a data folder; without one in memory. */
  constructor(dataFolder?: string) {
    const file = dataFolder === undefined ? ':memory:' : join(dataFolder, 'process-managers.sqlite');
    this.db = new Statements(openDatabase(file, { durable: false }));
    this.db.database.exec(table);
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
