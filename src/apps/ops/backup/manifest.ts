// What a backup says of itself: written last, so that a backup without it was never finished.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, type FileDigest } from '../file-digest.js';
import { fileRefused } from './refusals.js';

export const manifestName = 'manifest.json';

/** Every file that a backup may hold, in the order in which a restore puts them in place: the keys last (restore.ts says why). */
export const backupFiles = [
  'events.sqlite',
  'views.sqlite',
  'actors.json',
  'area.json',
  'directory.json',
  'dev.key',
  'store.json',
  'keys.sqlite',
] as const;
export type BackupFile = (typeof backupFiles)[number];

export interface FileRecord extends FileDigest {
  readonly name: BackupFile;
}

export interface Manifest {
  readonly format: 1;
  readonly onward: string;
  readonly madeAt: string;
  readonly kind: 'demo' | 'live';
  readonly events: number;
  readonly streams: number;
  /** Position of the last event in the backup; null in an empty store. */
  readonly head: string | null;
  /** Looks in the record of reading; missing in a backup from before it was part of one, or where nobody looked yet. */
  readonly views?: number;
  /** SHA-256 over every event in order (store/prove-history.ts). */
  readonly digest: string;
  readonly files: readonly FileRecord[];
}

export async function recordOf(folder: string, name: BackupFile): Promise<FileRecord> {
  return { name, ...(await digestOf(join(folder, name))) };
}

/** Error: `file-refused` for a folder that is no backup, or is not what the manifest says. */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const file of manifest.files) {
    if (!backupFiles.includes(file.name)) throw fileRefused('The manifest names a file that no backup has.');
    if (!existsSync(join(folder, file.name))) throw fileRefused(`${file.name} is missing from the backup.`);
    const { bytes, sha256 } = await recordOf(folder, file.name);
    if (bytes !== file.bytes || sha256 !== file.sha256)
      throw fileRefused(`${file.name} in the backup is not what was backed up: its bytes have changed.`);
  }
  for (const due of ['events.sqlite', 'keys.sqlite', 'store.json'])
    if (!manifest.files.some(({ name }) => name === due)) throw fileRefused(`The manifest does not name ${due}.`);
  return manifest;
}

function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  if (!existsSync(path))
    throw fileRefused(`The folder holds no ${manifestName}: it is no backup of Onward, or one that was interrupted.`);
  let read: Partial<Manifest>;
  try {
    read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
  } catch {
    throw fileRefused(`${manifestName} in the backup is damaged.`);
  }
  if (read.format !== 1 || !Array.isArray(read.files))
    throw fileRefused(`${manifestName} is not of a backup that this version of Onward can read.`);
  return read as Manifest;
}
