// The keys of people in a SQLite file of their own, each wrapped with the key-encryption key.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { guarded, unavailable } from '../sqlite-files/errors.js';
import { roomToWrite } from '../sqlite-files/room-to-write.js';
import { Soundness } from '../sqlite-files/soundness.js';
import { openDatabase, rollback, type Database, type Statement } from '../sqlite-files/open-database.js';
import { destroyed, type SubjectKeys } from './key-store.js';
import { nameOf, prepareKeys } from './keys-schema.js';
import { Recent } from './recent.js';
import { newKey, unwrap, wrap } from './wrapping.js';

export class SqliteSubjectKeys implements SubjectKeys {
  private readonly database: Database;
  private readonly lookup: Buffer;
  private readonly recent: Recent<string, Buffer | 'destroyed'>;
  private readonly version: Statement;
  private readonly select: Statement;
  private readonly insert: Statement;
  private readonly tombstone: Statement;
  private readonly newTombstones: Statement;
  private readonly wanted: string[] = [];
  private making: Promise<void> | undefined;
  private readonly soundness: Soundness;
  private seenVersion = -1;
  private seenTombstone = 0;

  /** Error: `store-unavailable` when the file cannot be used or the key-encryption key is not its own. */
  constructor(
    path: string,
    private readonly wrappingKey: Buffer,
    {
      cached = 50_000,
      busyTimeout,
      soundness = new Soundness(),
    }: { readonly cached?: number; readonly busyTimeout?: number; readonly soundness?: Soundness } = {},
  ) {
    this.recent = new Recent(cached);
    this.soundness = soundness;
    soundness.triedBy('keys', () => roomToWrite(this.database));
    this.database = openDatabase(path, { kind: 'keys', secureDelete: true, busyTimeout });
    try {
      this.lookup = guarded('keys', () => prepareKeys(this.database, wrappingKey));
      const prepare = (sql: string) => this.database.prepare(sql);
      this.version = prepare('PRAGMA data_version');
      this.select = prepare(
        'SELECT (SELECT wrapped FROM keys WHERE subject = ?1) AS wrapped, EXISTS (SELECT 1 FROM destroyed WHERE subject = ?1) AS gone',
      );
      this.insert = prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)');
      this.tombstone = prepare('INSERT OR IGNORE INTO destroyed (subject) VALUES (?)');
      this.newTombstones = prepare('SELECT number, subject FROM destroyed WHERE number > ? ORDER BY number');
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  async keyFor(subject: string): Promise<Buffer> {
    let known = this.existing(subject);
    if (known === undefined) {
      await this.createTogether(subject);
      known = this.existing(subject);
    }
    if (!known || known === 'destroyed') throw destroyed(subject);
    return known;
  }

  /** Keys that are first asked for in one turn of the event loop are made in one commit: a load makes thousands. */
  private createTogether(subject: string): Promise<void> {
    this.wanted.push(subject);
    this.making ??= nextTurn().then(() => {
      this.making = undefined;
      this.create(this.wanted.splice(0));
    });
    return this.making;
  }

  async keysFor(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const missing = subjects.filter((subject) => this.existing(subject) === undefined);
    if (missing.length > 0) this.create(missing);
    const keys = new Map<string, Buffer>();
    for (const subject of subjects) {
      const key = this.existing(subject);
      if (!key || key === 'destroyed') throw destroyed(subject);
      keys.set(subject, key);
    }
    return Promise.resolve(keys);
  }

  existing(subject: string): Buffer | 'destroyed' | undefined {
    return this.notingFailures(() => {
      this.readDestroyedByOthers();
      return this.recent.get(subject) ?? this.readKey(subject);
    });
  }

  async destroy(subject: string): Promise<void> {
    this.transaction(() => {
      this.tombstone.run(subject);
      this.database.prepare('DELETE FROM keys WHERE subject = ?').run(subject);
    });
    this.recent.set(subject, 'destroyed');
    // The old page still stands in the file and in the write-ahead log until both are brought together; copies that were left when pages were
    // parted go when every row is written anew.
    const left = guarded('keys', () => {
      this.database.exec('VACUUM');
      return this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    }) as { busy: number };
    if (left.busy === 0) return Promise.resolve();
    throw unavailable(
      'The key is destroyed, but traces of it are still in the file of keys because another program holds it.',
      'Destroy the key again when that program (a backup, a load) has finished.',
    );
  }

  async destroyed(): Promise<readonly string[]> {
    const rows = guarded('keys', () => this.newTombstones.all(0)) as { subject: string }[];
    return Promise.resolve(rows.map(({ subject }) => subject));
  }

  lookupKey(): Buffer {
    return this.lookup;
  }

  async close(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  /** Another process may have destroyed a key that is kept here in memory. */
  private readDestroyedByOthers(): void {
    const { data_version: version } = this.version.get() as { data_version: number };
    if (version === this.seenVersion) return;
    for (const row of this.newTombstones.all(this.seenTombstone) as { number: number; subject: string }[]) {
      this.recent.set(row.subject, 'destroyed');
      this.seenTombstone = row.number;
    }
    this.seenVersion = version;
  }

  private readKey(subject: string): Buffer | 'destroyed' | undefined {
    const row = this.select.get(subject) as { wrapped: Uint8Array | null; gone: number };
    const key = row.gone ? 'destroyed' : row.wrapped && this.opened(subject, row.wrapped);
    if (key) this.recent.set(subject, key);
    return key ?? undefined;
  }

  private opened(subject: string, wrapped: Uint8Array): Buffer {
    const key = unwrap(this.wrappingKey, nameOf(subject), wrapped);
    if (key) return key;
    this.soundness.found(
      'keys',
      'A key in the file of keys is damaged: what the events say of that person cannot be opened.',
    );
    throw unavailable('A key in the file of keys is damaged.', 'Restore the file of keys from a backup.');
  }

  /** Whoever inserts first makes the key; everyone reads it back afterwards. */
  private create(subjects: readonly string[]): void {
    this.transaction(() => {
      for (const subject of subjects) {
        if (this.readKey(subject) === undefined)
          this.insert.run(subject, wrap(this.wrappingKey, nameOf(subject), newKey()));
      }
    });
  }

  private transaction(work: () => void): void {
    this.notingFailures(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        work();
        this.database.exec('COMMIT');
        this.soundness.wrote('keys');
      } catch (error) {
        rollback(this.database);
        throw error;
      }
    });
  }

  private notingFailures<T>(work: () => T): T {
    try {
      return guarded('keys', work);
    } catch (error) {
      this.soundness.noteFailure('keys', error);
      throw error;
    }
  }
}
