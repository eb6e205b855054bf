// Gives whole streams from a store that has them in order of position only: every event is laid down once in a file of its own, sealed as it is.
import type { ByStream, EventStore, Position, StoredEvent } from './port.js';
import { pages } from './paging.js';
import { everything, inShare } from './share.js';
import { openDatabase, type Database } from './sqlite-files/open-database.js';

export interface Spool extends ByStream {
  /** The file stays: whoever named it clears it away. */
  close(): void;
}

const table = `
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE event (
  nth INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, position TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
  schema_version INTEGER NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
) STRICT;`;

/** Every event up to a position. Error: `store-unavailable`. */
export async function spool(store: Pick<EventStore, 'readAll'>, file: string, upTo: Position): Promise<Spool> {
  const database = openDatabase(file, { durable: false });
  try {
    database.exec(table);
    await layDown(database, store, upTo);
    return streamsIn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function layDown(database: Database, store: Pick<EventStore, 'readAll'>, upTo: Position): Promise<void> {
  const insert = database.prepare(
    'INSERT INTO event (stream, revision, position, id, type, schema_version, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  database.exec('BEGIN');
  for await (const page of store.readAll({ pageSize: 2000, hashes: 'not needed', keys: 'not needed' })) {
    const within = page.filter(({ position }) => position <= upTo);
    for (const { stream, revision, position, id, type, schemaVersion, data, metadata } of within)
      insert.run(stream, revision, position, id, type, schemaVersion, data, metadata);
    if (within.length < page.length) break;
  }
  database.exec('CREATE INDEX event_stream ON event (stream, revision); COMMIT');
}

function streamsIn(database: Database): Spool {
  const categories = database.prepare(
    `SELECT DISTINCT CASE instr(stream, '-') WHEN 0 THEN stream ELSE substr(stream, 1, instr(stream, '-') - 1) END AS category
     FROM event ORDER BY category`,
  );
  const page = database.prepare(
    `SELECT stream, revision, position, id, type, schema_version AS schemaVersion, data, metadata, '' AS hash, '' AS previousHash FROM event
     WHERE (stream, revision) > (?, ?) AND stream < ? AND (stream = ? OR stream >= ?) AND ${inShare('stream')} AND position <= ?
     ORDER BY stream, revision LIMIT ?`,
  );
  return {
    categories: () => Promise.resolve((categories.all() as { category: string }[]).map(({ category }) => category)),
    ofCategory: (category, upTo, pageSize, share = everything) =>
      pages(
        (last: StoredEvent | undefined, size) => {
          const place = [last?.stream ?? category, last?.revision ?? -1] as const;
          // `.` comes after `-`: the first text that no stream of the category can be.
          const kind = [`${category}.`, category, `${category}-`] as const;
          return page.all(...place, ...kind, share.of, share.nth, upTo, size) as unknown as StoredEvent[];
        },
        { pageSize },
      ),
    close: () => database.close(),
  };
}
