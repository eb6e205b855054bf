// Whether anybody has a SQLite file open at this moment: another process, or another connection of this one.
import { isLocked, type FileKind } from './errors.js';
import { openDatabase, type Database } from './open-database.js';

/** Leaving the write-ahead log is allowed to an only connection; whoever has the file open, even idly, keeps us from it. */
export function isHeldOpen(path: string, kind: FileKind): boolean {
  let database: Database | undefined;
  try {
    database = openDatabase(path, { kind, durable: false, busyTimeout: 0 });
    // No statement is prepared: one that is not collected yet would itself hold the file open.
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('PRAGMA journal_mode = WAL');
    return false;
  } catch (error) {
    // What cannot be opened for another reason (damage) nobody can be using.
    return isLocked(error);
  } finally {
    database?.close();
  }
}
