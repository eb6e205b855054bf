// A list's own file: its hash and size, or in a sentence why there is none to read.
import { stat } from 'node:fs/promises';
import { OnwardError } from '../../../kernel/errors.js';
import { fingerprint, type Fingerprint } from '../files/index.js';

/** Error: `file-refused`. */
export async function readableFile(path: string): Promise<Fingerprint> {
  const found = await stat(path).catch(() => undefined);
  const detail = !found
    ? 'There is nothing at the path given, or it may not be read.'
    : !found.isFile()
      ? 'The path given is not a file: a list is one CSV file.'
      : found.size === 0
        ? 'The file is empty.'
        : undefined;
  if (detail !== undefined) throw new OnwardError('file-refused', { detail });
  return fingerprint(path);
}
