// Whether this store holds made-up people or real ones: decided when the store is made, never mixed (REC-31).
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from './data-folder/json-file.js';
import { OnwardError } from '../kernel/errors.js';

/** `demo` accepts only NHS numbers of the test range, `live` refuses them. */
export abstract class StoreKind {
  abstract readonly kind: 'demo' | 'live';
}

interface Kept {
  readonly kind: StoreKind['kind'];
  readonly history?: string;
}

const json = {
  fits: (value: unknown): value is Kept =>
    typeof value === 'object' && value !== null && ['demo', 'live'].includes(String((value as Kept).kind)),
  remedy: 'Restore store.json from a backup, or move it away and run `npx onward store kind`: it asks the events.',
};

const fileOf = (dataFolder: string): string => join(dataFolder, 'store.json');

/** Of a store that is there; undefined where store.json is not. Error: `store-unavailable` when it is damaged. */
export const knownKind = (dataFolder: string): StoreKind['kind'] | undefined =>
  readJsonFile(fileOf(dataFolder), json)?.kind;

export const keepKind = (dataFolder: string, kind: StoreKind['kind'], history?: string): void =>
  writeJsonFile(fileOf(dataFolder), { format: 1, kind, history });

/**
 * Reads the kind of the store in the data folder; a new store takes the one given. `history` is the id of the history that a server
 * holds: lists made from one history are never shown for another. A folder in which anything of a store lies is not new: without
 * store.json nobody knows whether its people are real, so it opens to nobody. Error: `store-unavailable`.
 */
export function storeKind(
  dataFolder: string,
  ifNew: StoreKind['kind'],
  history?: string,
): StoreKind & { readonly isNew: boolean } {
  const known = readJsonFile(fileOf(dataFolder), json);
  if (known) {
    if (known.history !== history) throw otherHistory(known.history, history);
    return { kind: known.kind, isNew: false };
  }
  if (isUsed(dataFolder))
    throw new OnwardError('store-unavailable', {
      detail: 'store.json is missing from the data folder, and with it whether the people in this store are real.',
      help:
        history === undefined
          ? 'Restore store.json from a backup, or run `npx onward store kind`: it asks the events, and makes the file anew.'
          : 'Restore store.json from a backup, or set ONWARD_DATA to a new folder: the history is on the server.',
    });
  keepKind(dataFolder, ifNew, history);
  return { kind: ifNew, isNew: true };
}

/** Whatever a store leaves in its folder, but for a key and the people who may act, which may be there before it. */
function isUsed(dataFolder: string): boolean {
  if (!existsSync(dataFolder)) return false;
  return readdirSync(dataFolder).some(
    (name) => /\.sqlite(-wal)?$/.test(name) || (name === 'read-models' && anyIn(dataFolder)),
  );
}

const anyIn = (dataFolder: string): boolean =>
  readdirSync(join(dataFolder, 'read-models')).some((name) => name.endsWith('.sqlite'));

function otherHistory(known: unknown, asked: string | undefined): OnwardError {
  if (known === undefined)
    return new OnwardError('store-unavailable', {
      detail: 'The data folder belongs to an embedded store; EVENT_STORE=eventstoredb needs one of its own.',
      help: 'Set ONWARD_DATA to a new folder, or EVENT_STORE=sqlite to use the embedded store.',
    });
  return new OnwardError('store-unavailable', {
    detail:
      asked === undefined
        ? 'The data folder belongs to a history in EventStoreDB; nothing is recorded beside it in an embedded store.'
        : 'The data folder belongs to another history than the one on the server in EVENTSTORE_URL.',
    help: 'Set EVENT_STORE=eventstoredb and EVENTSTORE_URL to the server it was made with, or ONWARD_DATA to a new folder.',
  });
}
