// The key that wraps all others: from the configuration, or a development key that is made once and kept in the data folder.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { guarded, hasCode, unavailable } from '../sqlite-files/errors.js';
import { syncFolder } from '../sqlite-files/open-database.js';
import { invalid } from '../../kernel/errors.js';
import { newKey } from './wrapping.js';

export interface KeyEncryptionKey {
  readonly key: Buffer;
  readonly source: 'configuration' | 'development';
}

/** `configured` is the value of ONWARD_KEY. Errors: `invalid-input` for a value that is no key; `store-unavailable` for the file. */
export function keyEncryptionKey(configured: string | undefined, dataFolder: string): KeyEncryptionKey {
  if (configured !== undefined && configured !== '') {
    const key = parse(configured);
    if (!key) throw invalid('ONWARD_KEY', 'must be 32 random bytes in base64 (make one with: openssl rand -base64 32)');
    return { key, source: 'configuration' };
  }
  const path = join(dataFolder, 'dev.key');
  const text = guarded('keys', () => readOrMake(dataFolder, path));
  const key = parse(text.trim());
  if (!key)
    throw unavailable('The development key (dev.key) is damaged.', 'Restore dev.key from a backup of the data folder.');
  return { key, source: 'development' };
}

function parse(text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64');
  return key.length === 32 && key.toString('base64') === text.trim() ? key : undefined;
}

function readOrMake(folder: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  // Another key would open none of them, and say that something else is wrong.
  if (existsSync(join(folder, 'keys.sqlite')))
    throw unavailable(
      'dev.key is missing from the data folder, and ONWARD_KEY is not set: the keys of the people in it cannot be opened.',
      'Set ONWARD_KEY to the key that this store was made with, or restore dev.key from a backup.',
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  make(folder, path);
  return readFileSync(path, 'utf8');
}

/** Whole or not at all: written beside, then linked to its name. When another process was first, its key stays. */
function make(folder: string, path: string): void {
  const beside = `${path}.${randomBytes(8).toString('hex')}`;
  const file = openSync(beside, 'wx', 0o600);
  try {
    writeSync(file, `${newKey().toString('base64')}\n`);
    fsyncSync(file);
    linkSync(beside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    closeSync(file);
    unlinkSync(beside);
  }
  syncFolder(folder);
}
