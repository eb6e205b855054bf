// The event store that needs nothing installed: one SQLite file, one writer at a time, any number of processes.
import { checkAppend } from '../expected-revision.js';
import { follow, pages } from '../paging.js';
import type {
  Appended,
  ByStream,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.js';
import { Wakeups } from '../wakeups.js';
import { AppendToTable } from './append-to-table.js';
import { guarded, storeError, unavailable } from '../sqlite-files/errors.js';
import { GroupCommit } from './group-commit.js';
import { openDatabase, type Database } from '../sqlite-files/open-database.js';
import { patiently } from '../sqlite-files/patiently.js';
import { readByStream } from './read-by-stream.js';
import { ReadTable } from './read-table.js';
import { fromPosition } from './rows.js';
import { roomToWrite } from '../sqlite-files/room-to-write.js';
import { prepareSchema } from './schema.js';
import { Soundness } from '../sqlite-files/soundness.js';

export interface SqliteEventStoreOptions {
  /** Milliseconds to wait for another process that holds the file. */
  readonly patience?: number;
  /** Milliseconds after which a subscription looks for what other processes wrote. */
  readonly poll?: number;
  /** Reads only: every append is refused. */
  readonly readOnly?: boolean;
  /** The file may not grow beyond so many pages of 4 kB. */
  readonly maxPages?: number;
  /** Where trouble with the file is noted. */
  readonly soundness?: Soundness;
}

const onwards = { backwards: false, withHashes: true };

export class SqliteEventStore implements EventStore {
  private readonly database: Database;
  private readonly table: ReadTable;
  private readonly group: GroupCommit;
  private readonly wakeups = new Wakeups();
  readonly byStream: ByStream;
  private readonly patience: number;
  private readonly poll: number;
  private readonly soundness: Soundness;
  private closing: Promise<void> | undefined;

  /** Error: `store-unavailable` when the file cannot be used. */
  constructor(
    path: string,
    { patience = 5000, poll = 40, readOnly, maxPages, soundness = new Soundness() }: SqliteEventStoreOptions = {},
  ) {
    this.soundness = soundness;
    soundness.triedBy('events', () => this.try(() => roomToWrite(this.database)));
    this.patience = patience;
    this.poll = poll;
    this.database = openDatabase(path, { kind: 'events', readOnly, busyTimeout: patience });
    try {
      [this.table, this.group] = guarded('events', () => {
        prepareSchema(this.database, readOnly);
        if (maxPages !== undefined) this.database.exec(`PRAGMA max_page_count = ${maxPages}`);
        // From here on the waiting is done by `patiently`, which leaves the thread to others.
        this.database.exec('PRAGMA busy_timeout = 5');
        // 16 MB of pages: the indexes over ids and streams are met at random places. Fewer, larger checkpoints, each of which waits for the disk.
        this.database.exec('PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000');
        const append = new AppendToTable(this.database);
        return [
          new ReadTable(this.database),
          new GroupCommit(this.database, append, patience, () => this.wakeups.ring()),
        ];
      });
      this.byStream = readByStream(this.database, (work) => this.try(work));
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      checkAppend(stream, expected, events);
      if (this.closing)
        throw unavailable('The event store is closed.', 'Onward is stopping; try again when it is back.');
      this.soundness.requireWhole('events');
      const written = (appended: Appended) => {
        if (!appended.repeated) this.soundness.wrote('events');
        resolve(appended);
      };
      const failed = (error: unknown) => {
        this.soundness.noteFailure('events', error);
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      this.group.add({ stream, expected, events, resolve: written, reject: failed });
    });
  }

  read(
    stream: string,
    { from, backwards = false, hashes, ...options }: ReadOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    const direction = { backwards, withHashes: hashes !== 'not needed' };
    return pages(
      (last, size) => this.try(() => this.table.stream(stream, last?.revision, from, direction, size)),
      options,
    );
  }

  readAll({ after, backwards = false, hashes, ...options }: ReadAllOptions = {}): AsyncIterable<
    readonly StoredEvent[]
  > {
    const direction = { backwards, withHashes: hashes !== 'not needed' };
    return pages((last, size) => this.try(() => this.table.all(last?.position ?? after, direction, size)), options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<readonly StoredEvent[]> {
    const next = (after: Position | undefined, size: number) => this.try(() => this.table.all(after, onwards, size));
    return follow(next, this.wakeups, options, this.poll);
  }

  countBetween(after: Position | undefined, upTo: Position): number {
    return fromPosition(upTo) - (after === undefined ? 0 : fromPosition(after));
  }

  head(): Promise<Position | undefined> {
    return this.try(() => this.table.head());
  }

  close(): Promise<void> {
    this.closing ??= this.group.finished().then(() => {
      try {
        // Leaves one whole file behind. When another process is in the way, it stays for the next opening.
        this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // What was acknowledged is durable in the write-ahead log as well.
      }
      this.database.close();
      this.wakeups.ring();
    });
    return this.closing;
  }

  private async try<T>(work: () => T): Promise<T> {
    try {
      return await patiently(work, this.patience);
    } catch (error) {
      this.soundness.noteFailure('events', error);
      throw storeError('events', error);
    }
  }
}
