// Backs up the embedded store while a server may be writing to it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../../store/sqlite/sqlite-event-store.js';
import { OnwardError } from '../../../kernel/errors.js';
import { SqliteSubjectKeys } from '../../../store/keys/sqlite-subject-keys.js';
import { keyEncryptionKey } from '../../../store/keys/key-encryption-key.js';
import { guarded } from '../../../store/sqlite-files/errors.js';
import { copyDatabase, syncFile } from '../../../store/sqlite-files/copy-database.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Settings } from '../settings.js';
import { requireEvents } from '../lost-events.js';
import { storeKind } from '../../../store/store-kind.js';
import { version } from '../version.js';
import { manifestName, recordOf, type BackupFile, type Manifest } from './manifest.js';
import { wholeViews } from './whole-views.js';
import { provenWithKeys } from './proven-with-keys.js';
import { fileRefused, onlyEmbedded } from './refusals.js';

/**
 * Events first, keys after: a key is durable before the first event that is sealed with it, so keys copied later open every event that
 * was copied before. A person who is forgotten in between is forgotten in the backup too: their key is gone, their events stay closed.
 * The copy is proved before it counts as one. Errors: `file-refused`, `store-unavailable`, `damaged-history`.
 */
export async function backUp(settings: Settings, clock: Clock, folder: string): Promise<Manifest> {
  onlyEmbedded(settings, 'backup');
  const { data } = settings;
  if (!existsSync(join(data, 'events.sqlite')) || !existsSync(join(data, 'store.json')))
    throw new OnwardError('store-unavailable', {
      detail: 'There is nothing to back up: the data folder holds no events.',
      help: 'Set ONWARD_DATA to the folder that the server runs with.',
    });
  requireEvents(data);
  guarded('events', () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  if (readdirSync(folder).length > 0)
    throw fileRefused(
      'The folder for the backup is not empty.',
      'Name a new folder, for example with today’s date in it.',
    );
  const names: BackupFile[] = ['events.sqlite', 'keys.sqlite', 'store.json'];
  copyDatabase(join(data, 'events.sqlite'), join(folder, 'events.sqlite'), 'events');
  copyDatabase(join(data, 'keys.sqlite'), join(folder, 'keys.sqlite'), 'keys');
  // Where nobody looked yet there is none.
  if (existsSync(join(data, 'views.sqlite'))) {
    copyDatabase(join(data, 'views.sqlite'), join(folder, 'views.sqlite'), 'views');
    names.push('views.sqlite');
  }
  const small: BackupFile[] = [
    'store.json',
    'actors.json',
    'area.json',
    'directory.json',
    ...(settings.key ? [] : (['dev.key'] as const)),
  ];
  for (const name of small) {
    if (!existsSync(join(data, name))) continue;
    copyFileSync(join(data, name), join(folder, name));
    syncFile(join(folder, name));
    if (!names.includes(name)) names.push(name);
  }
  const proof = await prove(settings, folder);
  const views = names.includes('views.sqlite') ? wholeViews(join(folder, 'views.sqlite')) : undefined;
  const manifest: Manifest = {
    format: 1,
    onward: version,
    madeAt: clock.now(),
    kind: storeKind(folder, 'live').kind,
    events: proof.events,
    streams: proof.streams,
    head: proof.head ?? null,
    ...(views === undefined ? {} : { views }),
    digest: proof.digest,
    files: await Promise.all(names.map((name) => recordOf(folder, name))),
  };
  writeManifest(folder, manifest);
  return manifest;
}

async function prove(settings: Settings, folder: string) {
  const keys = new SqliteSubjectKeys(join(folder, 'keys.sqlite'), keyEncryptionKey(settings.key, folder).key);
  const store = new SqliteEventStore(join(folder, 'events.sqlite'));
  try {
    return await provenWithKeys(store, keys);
  } finally {
    await store.close();
    await keys.close();
    for (const name of ['events.sqlite', 'keys.sqlite'])
      for (const suffix of ['-wal', '-shm']) rmSync(join(folder, name + suffix), { force: true });
  }
}

function writeManifest(folder: string, manifest: Manifest): void {
  const beside = join(folder, `${manifestName}.part`);
  writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncFile(beside);
  renameSync(beside, join(folder, manifestName));
  syncFile(join(folder, manifestName));
}
