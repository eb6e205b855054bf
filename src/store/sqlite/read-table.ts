// Pages of the event table by key, never by offset: a page far back costs as much as the first.
import type { Position, StoredEvent } from '../port.js';
import type { Database, Statement } from '../sqlite-files/open-database.js';
import { rowsAsArrays } from '../sqlite-files/rows-as-arrays.js';
import { leanColumns, leanEvents } from './lean-rows.js';
import { fromPosition, toEvent, toPosition, type EventRow } from './rows.js';

const end = Number.MAX_SAFE_INTEGER;

export interface Direction {
  readonly backwards: boolean;
  /** Reading the two hashes of an event takes a third of the time of reading it. */
  readonly withHashes: boolean;
}

interface Reading {
  readonly forwards: Statement;
  readonly backwards: Statement;
}

export class ReadTable {
  private readonly ofStream: Reading;
  private readonly ofStreamLean: Reading;
  private readonly ofAll: Reading;
  private readonly ofAllLean: Reading;
  private readonly last: Statement;

  constructor(database: Database) {
    const select = (columns: string, where: string) =>
      rowsAsArrays(database.prepare(`SELECT ${columns} FROM events WHERE ${where} LIMIT ?`));
    const stream = (columns: string): Reading => ({
      forwards: select(columns, 'stream = ? AND revision >= ? ORDER BY revision'),
      backwards: select(columns, 'stream = ? AND revision <= ? ORDER BY revision DESC'),
    });
    const all = (columns: string): Reading => ({
      forwards: select(columns, 'position > ? ORDER BY position'),
      backwards: select(columns, 'position < ? ORDER BY position DESC'),
    });
    // Whoever asks for a stream knows its name: it need not be read a thousand times.
    [this.ofStream, this.ofStreamLean] = [stream(columns('NULL AS stream')), stream(leanColumns('NULL AS stream'))];
    [this.ofAll, this.ofAllLean] = [all(columns('stream')), all(leanColumns('stream'))];
    this.last = database.prepare('SELECT max(position) AS position FROM events');
  }

  /** `last` is the revision that was read last; `from` where to begin when there is none. */
  stream(
    stream: string,
    last: number | undefined,
    from: number | undefined,
    { backwards, withHashes }: Direction,
    size: number,
  ): StoredEvent[] {
    const reading = withHashes ? this.ofStream : this.ofStreamLean;
    const rows = backwards
      ? reading.backwards.all(stream, last === undefined ? (from ?? end) : last - 1, size)
      : reading.forwards.all(stream, last === undefined ? (from ?? 0) : last + 1, size);
    return withHashes ? events(rows, stream) : leanEvents(rows, stream);
  }

  all(after: Position | undefined, { backwards, withHashes }: Direction, size: number): StoredEvent[] {
    const reading = withHashes ? this.ofAll : this.ofAllLean;
    const statement = backwards ? reading.backwards : reading.forwards;
    const rows = statement.all(after === undefined ? (backwards ? end : 0) : fromPosition(after), size);
    return withHashes ? events(rows) : leanEvents(rows);
  }

  head(): Position | undefined {
    const { position } = this.last.get() as { position: number | null };
    return position === null ? undefined : toPosition(position);
  }
}

const columns = (stream: string) =>
  `position, ${stream}, revision, id, type, schema_version, data, metadata, previous_hash, hash`;

type Cells = [number, string | null, number, string, string, number, string, string, string, string];

const events = (rows: unknown, stream?: string): StoredEvent[] =>
  (rows as (Cells | EventRow)[]).map((row) =>
    Array.isArray(row) ? ofCells(row, stream) : toEvent(stream === undefined ? row : { ...row, stream }),
  );

const ofCells = (
  [position, named, revision, id, type, schemaVersion, data, metadata, previousHash, hash]: Cells,
  stream = named ?? '',
): StoredEvent => ({
  position: toPosition(position),
  stream,
  revision,
  id,
  type,
  schemaVersion,
  data,
  metadata,
  previousHash,
  hash,
});
