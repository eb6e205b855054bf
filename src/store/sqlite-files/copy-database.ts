// A consistent copy of a SQLite file that others may be writing to: what was committed when it began, and nothing half.
import { chmodSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { guarded, type FileKind } from './errors.js';
import { openDatabase, syncFolder } from './open-database.js';

/**
 * `VACUUM INTO` reads in one transaction of the write-ahead log, so writers go on; and it copies rows, not pages: nothing of what was
 * deleted comes along. Nor are rows left twice in it while it grows, which a later deletion would not overwrite. `to` must not exist. For its owner's eyes only, and durable when this returns. Error: `store-unavailable`, and then there is no copy.
 */
export function copyDatabase(from: string, to: string, kind: FileKind): void {
  guarded(kind, () => closeSync(openSync(to, 'ax', 0o600)));
  try {
    const database = openDatabase(from, { kind, readOnly: true, secureDelete: true });
    try {
      guarded(kind, () => database.prepare('VACUUM INTO ?').run(to));
    } finally {
      database.close();
    }
    guarded(kind, () => syncFile(to));
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(to + suffix, { force: true });
    throw error;
  }
}

/** Its bytes and its name survive a power cut. */
export function syncFile(path: string): void {
  chmodSync(path, 0o600);
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(path));
}
