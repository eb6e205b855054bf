// Restores a backup into an empty data folder: proved whole first, then put in place; nobody who was forgotten comes back.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../../store/sqlite/sqlite-event-store.js';
import { keyEncryptionKey } from '../../../store/keys/key-encryption-key.js';
import { destroyedIn } from '../../../store/keys/destroyed-in.js';
import { SqliteSubjectKeys } from '../../../store/keys/sqlite-subject-keys.js';
import { syncFile } from '../../../store/sqlite-files/copy-database.js';
import { guarded } from '../../../store/sqlite-files/errors.js';
import type { Settings } from '../settings.js';
import { backupFiles, checkedManifest, type Manifest } from './manifest.js';
import { provenWithKeys } from './proven-with-keys.js';
import { fileRefused, onlyEmbedded } from './refusals.js';
import { wholeViews } from './whole-views.js';

export interface Restored {
  readonly manifest: Manifest;
  /** Keys that stood in the backup and were destroyed again. */
  readonly forgottenAgain: number;
}

const staging = '.restoring';

/**
 * `destroyedKeys`: a keys.sqlite (of the folder that was lost, or of a later backup) whose destroyed keys are destroyed here as well. A backup cannot
 * know who was forgotten after it was made (REC-12). Errors: `file-refused`, `damaged-history`, `store-unavailable`.
 */
export async function restore(settings: Settings, backup: string, destroyedKeys?: string): Promise<Restored> {
  onlyEmbedded(settings, 'restore');
  const { data } = settings;
  const there = existsSync(data) ? readdirSync(data).filter((name) => name !== staging) : [];
  if (there.length > 0)
    throw fileRefused(
      'The data folder is not empty; a restore never replaces anything.',
      'Set ONWARD_DATA to a new folder. Keep the old one until the restored store has been looked at.',
    );
  const manifest = await checkedManifest(backup);
  const later = destroyedKeys === undefined ? [] : destroyedIn(destroyedKeys);
  const stage = join(data, staging);
  guarded('events', () => {
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { recursive: true, mode: 0o700 });
    for (const { name } of manifest.files) copyFileSync(join(backup, name), join(stage, name));
  });
  const forgottenAgain = await proveAndForget(settings, stage, manifest, later).catch((error: unknown) => {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  });
  // Events before keys: between the two Onward refuses to start ("events but no keys") instead of beginning a new history.
  for (const name of backupFiles.filter((one) => existsSync(join(stage, one)))) {
    syncFile(join(stage, name));
    renameSync(join(stage, name), join(data, name));
    syncFile(join(data, name));
  }
  rmSync(stage, { recursive: true, force: true });
  return { manifest, forgottenAgain };
}

async function proveAndForget(
  settings: Settings,
  stage: string,
  { digest, events, views }: Manifest,
  later: readonly string[],
): Promise<number> {
  const looks = join(stage, 'views.sqlite');
  if ((existsSync(looks) ? wholeViews(looks) : undefined) !== views)
    throw fileRefused('The record of who looked in the backup is not the one that its manifest tells of.');
  const keys = new SqliteSubjectKeys(join(stage, 'keys.sqlite'), keyEncryptionKey(settings.key, stage).key);
  const store = new SqliteEventStore(join(stage, 'events.sqlite'));
  try {
    const proof = await provenWithKeys(store, keys);
    if (proof.digest !== digest || proof.events !== events)
      throw fileRefused('The events in the backup are not those that its manifest tells of.');
    let again = 0;
    for (const person of new Set([...proof.forgotten, ...later])) {
      if (keys.existing(person) === 'destroyed') continue;
      await keys.destroy(person);
      again++;
    }
    return again;
  } finally {
    await store.close();
    await keys.close();
  }
}
