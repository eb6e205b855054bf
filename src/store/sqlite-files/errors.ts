// What SQLite and the file system refuse, in words for the person who runs Onward. Never a path: it may name a person.
import { isOnwardError, OnwardError } from '../../kernel/errors.js';

export type FileKind = 'events' | 'read models' | 'keys' | 'views' | 'sessions' | 'process managers';

type Words = readonly [problem: string, help: string];

/** What to do about a damaged file. */
export const remedies: Record<FileKind, string> = {
  events: 'Stop Onward, keep the damaged file, and restore the events from a backup.',
  keys: 'Stop Onward, keep the damaged file, and restore the keys from a backup.',
  views: 'Stop Onward, keep the damaged file for whoever answers for the records, and move it out of the data folder.',
  sessions: 'Stop Onward, delete the file and its log (-wal, -shm), and start again: everybody signs in anew.',
  'process managers':
    'Stop Onward, delete the file and its log (-wal, -shm), and start again: the process managers go through everything once more and add only what is missing.',
  'read models': 'They are built again from the events; try again in a moment.',
};

const full: Words = ['has no room left on its disk', 'Free some space. Nothing was recorded; send it again then.'];
const forbidden: Words = [
  'may not be written or opened',
  'Give the account that runs Onward the rights to the data folder.',
];

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL. */
const lockedCodes = [5, 6, 15];

/** SQLITE_CORRUPT, SQLITE_NOTADB. */
const damageCodes = [11, 26];

/** The answer that an error was made of: remembered beside it, because its words are for people and may change. */
const codeOfTold = new WeakMap<object, number>();

export const damaged = (kind: FileKind): string => `The file of ${kind} is damaged.`;

/** By SQLite's primary result code. */
function sqliteWords(code: number, kind: FileKind): Words | undefined {
  if (lockedCodes.includes(code))
    return ['is locked by another program', 'Wait until that program (a backup, a load) has finished, then try again.'];
  switch (code) {
    case 3:
    case 8:
    case 14:
    case 23:
      return forbidden;
    case 7:
      return ['could not be used for want of memory', 'Give Onward more memory.'];
    case 10:
      return ['could not be read or written by the disk', 'Look at the disk and the system log.'];
    case 11:
      return ['is damaged', remedies[kind]];
    case 13:
      return full;
    case 26:
      return ['is not a database', remedies[kind]];
    default:
      return undefined;
  }
}

function words(error: unknown, kind: FileKind): Words | undefined {
  if (hasCode(error, 'ERR_SQLITE_ERROR')) return sqliteWords(resultCode(error) & 0xff, kind);
  if (hasCode(error, 'ERR_INVALID_STATE')) return ['is closed', 'Onward is stopping; try again when it is back.'];
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return full;
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE', 'ENFILE'))
    return forbidden;
  if (hasCode(error, 'EIO')) return sqliteWords(10, kind);
  return undefined;
}

/** The error as `store-unavailable`; anything that is not about the file (a defect, an `OnwardError`) stays what it is. */
export function storeError(kind: FileKind, error: unknown): unknown {
  const found = words(error, kind);
  if (!found) return error;
  const [problem, help] = found;
  const told = unavailable(`The file of ${kind} ${problem}.`, help);
  codeOfTold.set(told, primaryCode(error));
  return told;
}

export const unavailable = (detail: string, help: string): OnwardError =>
  new OnwardError('store-unavailable', { detail, help });

/** Runs `work`; its errors about the file become `store-unavailable`. */
export function guarded<T>(kind: FileKind, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(kind, error);
  }
}

/** By code, never by class: an addon's errors may come from another realm. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && codes.includes(String((error as { code?: unknown }).code));

/** SQLite's own texts: the driver for Node 20 leaves the code off when a read of many rows fails. */
const codesByText: readonly (readonly [text: string, code: number])[] = [
  ['is locked', 5],
  ['out of memory', 7],
  ['readonly database', 8],
  ['disk I/O error', 10],
  ['disk image is malformed', 11],
  ['disk is full', 13],
  ['unable to open database file', 14],
  ['file is not a database', 26],
];

/** SQLite's extended result code; 0 where there is none. */
export function resultCode(error: unknown): number {
  const { errcode, message } = (error ?? {}) as { errcode?: unknown; message?: unknown };
  if (typeof errcode === 'number') return errcode;
  if (!hasCode(error, 'ERR_SQLITE_ERROR')) return 0;
  return codesByText.find(([text]) => String(message).includes(text))?.[1] ?? 0;
}

export const isBusy = (error: unknown): boolean => (resultCode(error) & 0xff) === 5;

/** The same, also when it has its words already. */
export const isLocked = (error: unknown): boolean => lockedCodes.includes(primaryCode(error));

/** The file is damaged or no database; also when it has its words already. */
export const isDamage = (error: unknown): boolean => damageCodes.includes(primaryCode(error));

/** The disk, or what the file may take of it, is full; also when it has its words already. */
export const isWantOfRoom = (error: unknown): boolean => primaryCode(error) === 13;

/** Want of room that the file system tells counts as SQLite's own. */
function primaryCode(error: unknown): number {
  if (isOnwardError(error)) return codeOfTold.get(error) ?? 0;
  return hasCode(error, 'ENOSPC', 'EDQUOT') ? 13 : resultCode(error) & 0xff;
}

/** A value that must be unique is there already (SQLITE_CONSTRAINT_UNIQUE). */
export const isDuplicate = (error: unknown): boolean => resultCode(error) === 2067;
