// A file told by its size and its SHA-256, read as a stream: it may be larger than memory.
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

export async function digestOf(path: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}
