// The small JSON files of the data folder: read whole or refused with what to do, written whole or not at all.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { OnwardError } from '../../kernel/errors.js';
import { hasCode } from '../sqlite-files/errors.js';
import { syncFolder } from '../sqlite-files/open-database.js';

export interface JsonFile<T> {
  /** Whether what was read is what this file holds. */
  readonly fits: (value: unknown) => value is T;
  /** Of what has the right shape: what cannot be used all the same, as the end of a sentence that begins with the file. */
  readonly wrong?: (value: T) => string | undefined;
  /** What to do when it is damaged. */
  readonly remedy: string;
}

/** Undefined where there is no such file. Error: `store-unavailable`, naming the file and what to do. */
export function readJsonFile<T>(path: string, { fits, wrong, remedy }: JsonFile<T>): T | undefined {
  const value = readJson(path, remedy);
  if (value === undefined) return undefined;
  if (!fits(value)) throw damaged(path, 'is damaged: it does not hold what it should', remedy);
  const problem = wrong?.(value);
  if (problem !== undefined) throw damaged(path, problem, remedy);
  return value;
}

/** Whatever JSON stands in the file, for whoever says exactly what is wrong with it; undefined where there is no such file. */
export function readJson(path: string, remedy: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw damaged(path, 'cannot be read', 'Give the account that runs Onward the rights to the data folder.');
  }
  if (text.trim() === '') throw damaged(path, 'is empty', remedy);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged(path, 'is damaged: it is not JSON', remedy);
  }
}

const damaged = (path: string, problem: string, help: string): OnwardError =>
  new OnwardError('store-unavailable', { detail: `${basename(path)} in the data folder ${problem}.`, help });

/** For its owner's eyes only, durable when this returns; whoever reads meanwhile reads the old or the new, never a half. */
export function writeJsonFile(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'))
      throw new OnwardError('store-unavailable', {
        detail: `${basename(path)} in the data folder could not be written. It is as it was.`,
        help: 'The data folder needs room on its disk, and the account that runs Onward the rights to it.',
      });
    throw error;
  }
  syncFolder(dirname(path));
}
