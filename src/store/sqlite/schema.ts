// The event store's table, and the check that a file is one of ours.
import { unavailable } from '../sqlite-files/errors.js';
import { rollback, type Database } from '../sqlite-files/open-database.js';

/** `application_id` of the file: "Onwd". */
const application = 0x4f6e7764;
/** `user_version` of the file: the format written today. */
const format = 1;

const table = `
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
PRAGMA application_id = ${application};
PRAGMA user_version = ${format};
`;

/** Makes the table in a new file; refuses a file of something else or of a later Onward. Error: `store-unavailable`. */
export function prepareSchema(database: Database, readOnly = false): void {
  if (isCurrent(database) || readOnly) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have made it in the meantime.
    if (!isCurrent(database)) database.exec(table);
    database.exec('COMMIT');
  } catch (error) {
    rollback(database);
    throw error;
  }
}

/** False: the file is empty. */
function isCurrent(database: Database): boolean {
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  const version = Number(pragma('user_version'));
  const owner = Number(pragma('application_id'));
  if (owner === application && version === format) return true;
  if (owner === application && version > format) {
    throw unavailable(
      'The file of events was written by a later version of Onward.',
      'Run that version, or a newer one.',
    );
  }
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  if (owner !== 0 || version !== 0 || tables.n > 0) {
    throw unavailable('The file of events belongs to another program.', 'Point Onward to a data folder of its own.');
  }
  return false;
}
