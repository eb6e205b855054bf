// How far each process manager has come, in a file of its own: the read models beside it can be deleted and built again.
import { join } from 'node:path';
import type { Position } from '../../event-store/port.js';
import { openDatabase } from '../../sqlite/open-database.js';
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
export function openPlaces(dataFolder: string): Statements {
  const database = openDatabase(join(dataFolder, 'process-managers.sqlite'), { durable: false });
  database.exec(table);
  return new Statements(database);
}

export const beginAt = (places: Statements, manager: string, after: Position): void =>
  places.run('INSERT OR IGNORE INTO checkpoint (projection, position) VALUES (?, ?)', manager, after);

export const hasBegun = (places: Statements, manager: string): boolean =>
  places.get('SELECT 1 FROM checkpoint WHERE projection = ?', manager) !== undefined;
