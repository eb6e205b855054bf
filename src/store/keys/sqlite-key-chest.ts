// The wrapped keys of the embedded store.
import { guarded } from '../sqlite-files/errors.js';
import { openDatabase, rollback, type Database } from '../sqlite-files/open-database.js';
import type { KeyChest } from './key-chest.js';
import { makeTables, readLookup } from './keys-schema.js';

export class SqliteKeyChest implements KeyChest {
  private readonly database: Database;

  /** Error: `store-unavailable`. */
  constructor(path: string) {
    this.database = openDatabase(path, { kind: 'keys', secureDelete: true });
    guarded('keys', () => makeTables(this.database));
  }

  lookup(): Promise<Uint8Array | undefined> {
    return this.work(() => readLookup(this.database));
  }

  putLookup(wrapped: Uint8Array): Promise<Uint8Array> {
    return this.work(() => {
      this.database.prepare("INSERT OR IGNORE INTO own_keys VALUES ('lookup', ?)").run(wrapped);
      return readLookup(this.database) ?? wrapped;
    });
  }

  key(subject: string): Promise<Uint8Array | 'destroyed' | undefined> {
    return this.work(() => this.read(subject));
  }

  put(subject: string, wrapped: Uint8Array): Promise<Uint8Array | 'destroyed'> {
    return this.work(() => {
      if (this.read(subject) === undefined)
        this.database.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)').run(subject, wrapped);
      return this.read(subject) ?? wrapped;
    });
  }

  destroyed(): Promise<readonly string[]> {
    return this.work(() => {
      const rows = this.database.prepare('SELECT subject FROM destroyed ORDER BY number').all();
      return (rows as { subject: string }[]).map(({ subject }) => subject);
    });
  }

  destroy(subject: string): Promise<void> {
    return this.work(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        this.database.prepare('INSERT OR IGNORE INTO destroyed (subject) VALUES (?)').run(subject);
        this.database.prepare('DELETE FROM keys WHERE subject = ?').run(subject);
        this.database.exec('COMMIT');
      } catch (error) {
        rollback(this.database);
        throw error;
      }
    });
  }

  close(): void {
    this.database.close();
  }

  private read(subject: string): Uint8Array | 'destroyed' | undefined {
    const row = this.database
      .prepare(
        'SELECT (SELECT wrapped FROM keys WHERE subject = ?1) AS wrapped, EXISTS (SELECT 1 FROM destroyed WHERE subject = ?1) AS gone',
      )
      .get(subject) as { wrapped: Uint8Array | null; gone: number };
    return row.gone ? 'destroyed' : (row.wrapped ?? undefined);
  }

  private async work<T>(work: () => T): Promise<T> {
    return Promise.resolve(guarded('keys', work));
  }
}
