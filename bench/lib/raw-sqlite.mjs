// The floor: the same driver, columns, indexes and durability, and nothing else. One INSERT, committed by itself.
import { built } from './paths.mjs';

const table = `CREATE TABLE events (
  position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  schema_version INTEGER NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (stream, revision)) STRICT`;
const someHash = '5e'.repeat(32);

export async function openRaw(path) {
  const { openDatabase } = await built('store/sqlite-files/open-database.js');
  const database = openDatabase(path);
  database.exec(table);
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, schema_version, data, metadata, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM events WHERE stream = ? ORDER BY revision');
  const pragma = (name) => Object.values(database.prepare(`PRAGMA ${name}`).get())[0];
  return {
    append: (stream, revision, { id, type, schemaVersion, data, metadata }) =>
      insert.run(stream, revision, id, type, schemaVersion, data, metadata, someHash, someHash),
    read: (stream) => select.all(stream),
    transaction(work) {
      database.exec('BEGIN');
      work();
      database.exec('COMMIT');
    },
    pragmas: () => ({
      sqlite: database.prepare('SELECT sqlite_version() AS version').get().version,
      journalMode: pragma('journal_mode'),
      synchronous: ['OFF', 'NORMAL', 'FULL', 'EXTRA'][Number(pragma('synchronous'))],
    }),
    close: () => database.close(),
  };
}
