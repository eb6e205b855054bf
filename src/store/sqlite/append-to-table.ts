// One append inside a transaction that someone else begins and commits.
import { chainHash, chainStart } from '../chain.js';
import { found, isMet } from '../expected-revision.js';
import type { Appended, ExpectedRevision, NewEvent } from '../port.js';
import { isDuplicate } from '../sqlite-files/errors.js';
import type { Database, Statement } from '../sqlite-files/open-database.js';
import { toEvent, toPosition, type EventRow } from './rows.js';

export class AppendToTable {
  private readonly head: Statement;
  private readonly byId: Statement;
  private readonly insert: Statement;

  constructor(database: Database) {
    this.head = database.prepare('SELECT revision, hash FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.byId = database.prepare('SELECT * FROM events WHERE id = ?');
    this.insert = database.prepare(
      'INSERT INTO events (stream, revision, id, type, schema_version, data, metadata, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** When it throws, some rows may have been written: the caller takes them back. The head is read here: other processes write too. */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Appended {
    const head = this.head.get(stream) as Required<Pick<EventRow, 'revision' | 'hash'>> | undefined;
    const met = isMet(expected, head?.revision);
    if (!met) return this.foundAgain(stream, expected, events, head?.revision, met);
    let revision = head?.revision ?? -1;
    let previous = head?.hash ?? chainStart;
    let position = 0;
    for (const event of events) {
      const hash = chainHash(previous, stream, ++revision, event);
      const { id, type, schemaVersion, data, metadata } = event;
      try {
        const { lastInsertRowid } = this.insert.run(
          stream,
          revision,
          id,
          type,
          schemaVersion,
          data,
          metadata,
          previous,
          hash,
        );
        position = Number(lastInsertRowid);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return this.foundAgain(stream, expected, events, head?.revision, met);
      }
      previous = hash;
    }
    return { revision, position: toPosition(position), repeated: false };
  }

  private foundAgain(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    head: number | undefined,
    met: boolean,
  ): Appended {
    const stored = events.map(({ id }) => {
      const row = this.byId.get(id) as EventRow | undefined;
      return row && toEvent(row);
    });
    return found({ stream, expected, events, head, met, stored });
  }
}
