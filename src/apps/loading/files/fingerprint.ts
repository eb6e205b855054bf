// The SHA-256 of what is loaded, so that the same return loaded twice is known for the same.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { findTables } from './find-tables.js';

export interface Fingerprint {
  sha256: string;
  bytes: number;
}

/** Of a file: its bytes. Of a folder: each table's name and own hash, in name order, so that a new date in file names changes nothing. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  if (!(await stat(path)).isDirectory()) return fileFingerprint(path);
  const { files } = await findTables(path);
  const whole = createHash('sha256');
  let bytes = 0;
  for (const [table, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const one = await fileFingerprint(file);
    whole.update(`${table} ${one.sha256}\n`);
    bytes += one.bytes;
  }
  return { sha256: whole.digest('hex'), bytes };
}

async function fileFingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
