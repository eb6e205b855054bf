// Takes over lists that another instance exported: proved to be of this history and this software, caught up, then put in use in one step.
import { copyFileSync, constants } from 'node:fs';
import type { EventStore } from '../../../store/port.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { SubjectKeys } from '../../../store/keys/key-store.js';
import { fingerprintOf } from '../../../engine/processing/fingerprint.js';
import { Projector, type ProjectorParts } from '../../../engine/processing/projector.js';
import { openForProjecting, type ReadModelFiles } from '../../../engine/processing/read-models.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { syncFile } from '../../../store/sqlite-files/copy-database.js';
import { guarded } from '../../../store/sqlite-files/errors.js';
import { compareWith, type Compared } from './history-mark.js';
import { digestOf } from '../file-digest.js';
import { readManifest, type ReadModelsManifest } from './manifest.js';
import { refused } from './refusals.js';

export type ImportParts = Omit<ProjectorParts, 'db' | 'onPaused'> & { readonly files: ReadModelFiles };

export interface Imported {
  readonly manifest: ReadModelsManifest;
  /** Events recorded since the export, which were projected now. */
  readonly caughtUp: number;
}

/**
 * Nobody else may have the lists open meanwhile (nobody-reads.ts). Caught up before anybody can look: whoever was forgotten since the export is forgotten in the lists too before they are shown (REC-12).
 * Errors: `file-refused`, `not-caught-up`, `store-unavailable`; the lists in use, if there are any, stay as they are.
 */
export async function importReadModels(parts: ImportParts, file: string, label: string): Promise<Imported> {
  const { files, projections, store } = parts;
  const manifest = readManifest(file);
  if (manifest.fingerprint !== fingerprintOf(projections))
    throw refused(
      `They were made by Onward ${manifest.onward} with other tables or rules than this version has, so they would show something else.`,
    );
  await requireSameHistory(store, manifest);
  const staged = files.place(projections, label);
  try {
    guarded('read models', () => copyFileSync(file, staged, constants.COPYFILE_EXCL));
    syncFile(staged);
    const { bytes, sha256 } = await digestOf(staged);
    if (bytes !== manifest.bytes || sha256 !== manifest.sha256 || !files.fits(staged, projections))
      throw refused('The file is not what was exported: its bytes have changed.', 'Copy it again, or export again.');
    const caughtUp = await catchUp(staged, parts);
    files.use(staged);
    return { manifest, caughtUp };
  } catch (error) {
    files.discard(staged);
    throw error;
  }
}

const why: Readonly<Record<Exclude<Compared, 'the same'>, string>> = {
  'another history': 'They show another history than the one in this store.',
  shorter: 'They show events that this store does not hold: it ends before them.',
};

async function requireSameHistory(store: EventStore, { history }: ReadModelsManifest): Promise<void> {
  const compared = await compareWith(store, history);
  if (compared !== 'the same') throw refused(why[compared]);
}

async function catchUp(staged: string, parts: ImportParts): Promise<number> {
  const db = openForProjecting(staged);
  try {
    const before = shown(db);
    let paused: string | undefined;
    await new Projector({ ...parts, db, onPaused: (_, words) => (paused ??= words) }).catchUp();
    if (paused !== undefined)
      throw new OnwardError('not-caught-up', { detail: `The lists were not taken over. ${paused}` });
    await requireForgotten(db, parts.keys);
    const caughtUp = shown(db) - before;
    // What a forgotten person leaves in the write-ahead log, it leaves nowhere.
    db.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return caughtUp;
  } finally {
    db.database.close();
  }
}

const shown = (db: Statements): number =>
  db.get<{ events: number }>('SELECT max(events) AS events FROM checkpoint')?.events ?? 0;

/**
 * Lists forget by the fact that somebody was forgotten. A key may be destroyed where the history has no such fact: a backup from before
 * it, restored with `--destroyed-keys`. A rebuild reads that person's fields as destroyed; lists from elsewhere still show them.
 */
async function requireForgotten(db: Statements, keys: SubjectKeys): Promise<void> {
  for (const subject of await keys.destroyed())
    if (db.get('SELECT 1 FROM young_person WHERE id = ? AND forgotten_on IS NULL', subject))
      throw refused(
        'They show people whose key is destroyed here, though this history does not say that they were forgotten (REC-12).',
      );
}
