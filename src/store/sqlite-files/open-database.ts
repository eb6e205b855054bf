// Opens a SQLite file the one way that Onward does it: write-ahead log, durable, for its owner's eyes only.
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { guarded, hasCode, type FileKind } from './errors.js';

export type Database = DatabaseSync;
export type Statement = StatementSync;

export interface OpenOptions {
  /** What the file holds, for the words of an error. */
  readonly kind?: FileKind;
  readonly readOnly?: boolean;
  /** False for what can be built again (read models): a power cut may then undo the last commits, never tear one. */
  readonly durable?: boolean;
  /** Overwrites what is deleted with zeros. */
  readonly secureDelete?: boolean;
  /** Milliseconds that a statement waits, with the thread, for another process to let go. */
  readonly busyTimeout?: number;
}

const load = createRequire(import.meta.url);

/** Node 22 and later bring SQLite along; for Node 20 there is the same interface as a package. */
function driver(): typeof DatabaseSync {
  const module: unknown = process.getBuiltinModule?.('node:sqlite') ?? load('@photostructure/sqlite');
  return (module as { DatabaseSync: typeof DatabaseSync }).DatabaseSync;
}

/** Error: `store-unavailable`. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const { kind = 'read models', readOnly = false, durable = true, secureDelete = false, busyTimeout = 5000 } = options;
  return guarded(kind, () => {
    if (!readOnly && path !== ':memory:') createFile(path);
    const database = new (driver())(path, { readOnly });
    try {
      database.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
      if (!readOnly) database.exec('PRAGMA journal_mode = WAL');
      // Without fullfsync a Mac answers before its disk has written.
      database.exec(
        `PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}; PRAGMA fullfsync = ${durable ? 'ON' : 'OFF'}`,
      );
      database.exec(`PRAGMA foreign_keys = ON; PRAGMA secure_delete = ${secureDelete ? 'ON' : 'OFF'}`);
      // A row that another one replaces is a row removed: triggers that count or forbid hear of it.
      database.exec('PRAGMA recursive_triggers = ON');
      // Opening reads nothing yet: a file that is damaged or of another kind should say so now.
      database.exec('SELECT count(*) FROM sqlite_schema');
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

/** Created before SQLite opens it, so that nobody else can read it at any moment; -wal and -shm take its mode. */
function createFile(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    throw error;
  }
  syncFolder(folder);
}

/** Makes a new file's name as durable as its bytes. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** After some errors SQLite has rolled back by itself; then there is nothing to do. */
export function rollback(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // No transaction was open any more.
  }
}
