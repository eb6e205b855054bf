// What a copy of the lists says of itself, in a file beside it: written last, so that a copy without it was never finished.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { syncFile } from '../../../store/sqlite-files/copy-database.js';
import type { FileDigest } from '../file-digest.js';
import type { HistoryMark } from './history-mark.js';
import { refused } from './refusals.js';

export interface ReadModelsManifest extends FileDigest {
  readonly format: 1;
  readonly onward: string;
  readonly madeAt: string;
  /** Of the software's tables and of the rows that stand in every file (engine/processing/fingerprint.ts). */
  readonly fingerprint: string;
  /** Events behind the lists: what a new instance need not project again. */
  readonly events: number;
  readonly history: HistoryMark;
}

export const manifestOf = (file: string): string => `${file}.manifest.json`;

export function writeManifest(file: string, manifest: ReadModelsManifest): void {
  const beside = `${manifestOf(file)}.part`;
  writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncFile(beside);
  renameSync(beside, manifestOf(file));
  syncFile(manifestOf(file));
}

/** Error: `file-refused`. */
export function readManifest(file: string): ReadModelsManifest {
  if (!existsSync(file)) throw refused('There is no such file of lists.', 'Name a file that was exported.');
  const path = manifestOf(file);
  if (!existsSync(path))
    throw refused(
      'Its manifest (the same name with .manifest.json) is missing: the export was never finished, or only half of it was copied.',
      'Copy both files, or export again.',
    );
  let read: Partial<ReadModelsManifest>;
  try {
    read = JSON.parse(readFileSync(path, 'utf8')) as Partial<ReadModelsManifest>;
  } catch {
    throw refused('Its manifest is damaged.', 'Copy both files again, or export again.');
  }
  const { format, fingerprint, history, sha256 } = read;
  if (format !== 1 || !fingerprint || !sha256 || !history?.position || !history.first || !history.last)
    throw refused('Its manifest is none that this version of Onward can read.');
  return read as ReadModelsManifest;
}
