// The tables of the keys file, and the key for digests that also proves that the file and its wrapping key belong together.
import { unavailable } from '../sqlite-files/errors.js';
import type { Database } from '../sqlite-files/open-database.js';
import { newKey, unwrap, wrap } from './wrapping.js';

/** `user_version` of the file: the format written today. */
const format = 1;

/** A destroyed key leaves a tombstone, numbered so that other processes notice the new ones. It holds no byte of the key. */
const tables = `
CREATE TABLE IF NOT EXISTS keys (subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS destroyed (number INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS own_keys (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${format};
`;

/** Makes the tables in a new file. Error: `store-unavailable` for the file of a later version. */
export function makeTables(database: Database): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > format) {
    throw unavailable(
      'The file of keys was written by a later version of Onward.',
      'Run that version, or a newer one.',
    );
  }
  if (version === 0) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT`);
}

/** Makes the tables in a new file and answers the lookup key. Error: `store-unavailable`, also for a wrong wrapping key. */
export function prepareKeys(database: Database, wrappingKey: Buffer): Buffer {
  makeTables(database);
  const wrapped = readLookup(database) ?? makeLookup(database, wrappingKey);
  const lookup = unwrap(wrappingKey, 'onward/lookup', wrapped);
  if (lookup) return lookup;
  throw unavailable(
    'The file of keys was made with another key-encryption key than the one in ONWARD_KEY (or in dev.key).',
    'Set ONWARD_KEY to the key that the file was made with. A data folder begun without ONWARD_KEY has its key in dev.key.',
  );
}

export const readLookup = (database: Database): Uint8Array | undefined =>
  (database.prepare("SELECT wrapped FROM own_keys WHERE name = 'lookup'").get() as { wrapped: Uint8Array } | undefined)
    ?.wrapped;

/** Two processes may come here at once: whoever inserts first makes the key, both read it back. */
function makeLookup(database: Database, wrappingKey: Buffer): Uint8Array {
  database
    .prepare("INSERT OR IGNORE INTO own_keys VALUES ('lookup', ?)")
    .run(wrap(wrappingKey, 'onward/lookup', newKey()));
  return readLookup(database) ?? new Uint8Array();
}

/** What the wrapped key of a person is tied to. */
export const nameOf = (subject: string): string => `person/${subject}`;
