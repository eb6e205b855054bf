// The file of read models: which one is current, how a new one is made, and what is inside beside the rows.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { currentReading } from '../../rules/directory/current.js';
import type { Position } from '../../store/port.js';
import { isOnwardError } from '../../kernel/errors.js';
import { isDamage, isLocked } from '../../store/sqlite-files/errors.js';
import { openDatabase, type Database } from '../../store/sqlite-files/open-database.js';
import { createIndexes, createTables, tablesOf, type Projection } from './projection.js';
import { setAsideTable } from './set-aside.js';
import { Statements } from './statements.js';

export const bookkeeping = `
CREATE TABLE read_model (layout TEXT NOT NULL, reading TEXT NOT NULL) STRICT;
CREATE TABLE checkpoint ( -- published: true
  projection TEXT PRIMARY KEY, position TEXT NOT NULL, events INTEGER NOT NULL DEFAULT 0,
  paused_at TEXT, paused_event TEXT, paused_stream TEXT, paused_revision INTEGER, reason TEXT
) STRICT;${setAsideTable}`;

/** Changes whenever a projection is added, removed or gets a new version: then the read models are built again. */
export const layoutOf = (projections: readonly Projection[]): string =>
  createHash('sha256')
    .update([bookkeeping, ...projections.map(layoutOfOne)].join('\n'))
    .digest('hex')
    .slice(0, 16);

const layoutOfOne = (projection: Projection): string => {
  const sql = tablesOf(projection).flatMap(({ create, indexes }) => [create, ...indexes]);
  // An answer that is kept is moved by what its question answers: asked otherwise, it must be counted anew.
  const counts = (projection.counts ?? []).map(({ question }) => question(''));
  return [`${projection.name} ${projection.version}`, ...sql, ...counts].join('\n');
};

/** A file that was left half built is cleared away after a day, in milliseconds. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Before the first event. */
export const start = '' as Position;

export class ReadModelFiles {
  private readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'read-models');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Path of the file in use, if there is one. */
  current(): string | undefined {
    const name = this.named('current');
    const path = name === undefined ? undefined : join(this.folder, name);
    return path !== undefined && existsSync(path) ? path : undefined;
  }

  /** Path of the file that was in use before, while it is still there. */
  previous(): string | undefined {
    const name = this.named('previous');
    const path = name === undefined ? undefined : join(this.folder, name);
    return path !== undefined && path !== this.current() && existsSync(path) ? path : undefined;
  }

  /** Every file there is, in use or not. */
  all(): string[] {
    return readdirSync(this.folder)
      .filter((entry) => entry.endsWith('.sqlite'))
      .map((entry) => join(this.folder, entry));
  }

  /** Where a new file is to lie. */
  place(projections: readonly Projection[], label: string): string {
    return join(this.folder, `${layoutOf(projections)}-${label}.sqlite`);
  }

  /** Makes a new, empty file with every table and, if wanted, every index. It is not in use until `use` says so. */
  create(
    projections: readonly Projection[],
    label: string,
    indexes: 'with indexes' | 'without indexes' = 'with indexes',
  ): string {
    const path = this.place(projections, label);
    this.discard(path);
    const database = openDatabase(path, { durable: false, secureDelete: true });
    database.exec('BEGIN');
    database.exec(bookkeeping);
    const db = new Statements(database);
    for (const projection of projections) {
      createTables(db, projection);
      if (indexes === 'with indexes') createIndexes(db, projection);
      database.prepare('INSERT INTO checkpoint (projection, position) VALUES (?, ?)').run(projection.name, start);
    }
    database
      .prepare('INSERT INTO read_model (layout, reading) VALUES (?, ?)')
      .run(layoutOf(projections), currentReading());
    for (const projection of projections) projection.firstRows?.(db);
    database.exec('COMMIT');
    database.close();
    return path;
  }

  /** True when the file was made for just these projections. Error: whatever says that another program holds it at this moment. */
  fits(path: string, projections: readonly Projection[]): boolean {
    let database: Database | undefined;
    try {
      database = openDatabase(path, { readOnly: true, busyTimeout: 1000 });
      const row = database.prepare('SELECT layout FROM read_model').get() as { layout: string } | undefined;
      return row?.layout === layoutOf(projections);
    } catch (error) {
      // Held by another program it may well fit: taken out of use, that program would be left without lists.
      if (isLocked(error)) throw error;
      return false; // damaged or half made: read models are disposable, a new one is built
    } finally {
      database?.close();
    }
  }

  /** True when its rows were made under lists of the area that read old texts as other codes. */
  isReadOtherwise(path: string): boolean {
    const database = openDatabase(path, { readOnly: true });
    try {
      const row = database.prepare('SELECT reading FROM read_model').get() as { reading: string } | undefined;
      return row?.reading !== currentReading();
    } finally {
      database.close();
    }
  }

  /** Takes a file of another layout out of use: until a new one is built, questions are told to wait. */
  retireUnlessFits(projections: readonly Projection[]): void {
    const current = this.current();
    if (current !== undefined && !this.fits(current, projections))
      rmSync(join(this.folder, 'current'), { force: true });
  }

  /** Takes a damaged file out of use, if it still is in use: whoever projects builds a new one beside it. */
  retire(path: string): void {
    if (this.named('current') === basename(path)) rmSync(join(this.folder, 'current'), { force: true });
  }

  /** Switches to another file in one step. The file just left goes at the next switch: a process may still read it. */
  use(path: string): void {
    const name = basename(path);
    const before = this.named('current');
    const beforeThat = this.named('previous');
    this.name('current', name);
    if (before !== undefined && before !== name) this.name('previous', before);
    if (beforeThat !== undefined && beforeThat !== name && beforeThat !== before) this.remove(beforeThat);
    // Others may be building at this moment: only what nobody can be building any more is cleared away.
    for (const entry of readdirSync(this.folder)) {
      const kept = [name, before].includes(entry);
      if (
        entry.endsWith('.sqlite') &&
        !kept &&
        statSync(join(this.folder, entry)).mtimeMs < statSync(path).mtimeMs - abandonedAfter
      )
        this.remove(entry);
    }
  }

  private named(pointer: 'current' | 'previous'): string | undefined {
    const file = join(this.folder, pointer);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  }

  private name(pointer: 'current' | 'previous', name: string): void {
    const beside = join(this.folder, `${pointer}.${process.pid}.new`);
    writeFileSync(beside, name, { mode: 0o600 });
    renameSync(beside, join(this.folder, pointer));
  }

  /** Clears away a file that is not in use. */
  discard(path: string): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  }

  private remove(name: string): void {
    this.discard(join(this.folder, name));
  }
}

/** A file that damage is met in is taken out of use; everything else that is thrown goes on. */
export async function orRetired(files: ReadModelFiles, work: () => Promise<void>): Promise<void> {
  const file = files.current();
  try {
    await work();
  } catch (error) {
    if (!isDamage(error) || isOnwardError(error) || file === undefined) throw error;
    files.retire(file);
  }
}

/** `onDamage` is called when a question meets damage. */
export const openForReading = (path: string, onDamage?: () => void): Statements =>
  new Statements(openDatabase(path, { readOnly: true }), onDamage);

export function openForProjecting(path: string): Statements {
  const database = openDatabase(path, { durable: false, secureDelete: true });
  // Fewer, larger checkpoints: each waits for the disk that the events need.
  database.exec('PRAGMA wal_autocheckpoint = 4000');
  return new Statements(database);
}
