// Tries whether the file can take more, without leaving anything: what it took becomes free pages of the file, for what comes next.
import { rollback, type Database } from './open-database.js';

/** Some commands' worth. */
const bytes = 64 * 1024;

/** Throws what SQLite says when there is no room. */
export function roomToWrite(database: Database): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(
      `CREATE TABLE room (taken BLOB); INSERT INTO room VALUES (zeroblob(${bytes})); DROP TABLE room; COMMIT`,
    );
  } catch (error) {
    rollback(database);
    throw error;
  }
}
