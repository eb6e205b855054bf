// Whether this store holds made-up people or real ones: decided when the store is made, never mixed (REC-31).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnwardError } from '../kernel/errors.js';

/** `demo` accepts only NHS numbers of the test range, `live` refuses them. */
export abstract class StoreKind {
  abstract readonly kind: 'demo' | 'live';
}

/**
 * Reads the kind of the store in the data folder; a new store takes the one given. `history` is the id of the history that a server
 * holds: lists made from one history are never shown for another.
 */
export function storeKind(
  dataFolder: string,
  ifNew: StoreKind['kind'],
  history?: string,
): StoreKind & { readonly isNew: boolean } {
  const file = join(dataFolder, 'store.json');
  if (existsSync(file)) {
    const known = JSON.parse(readFileSync(file, 'utf8')) as { kind?: unknown; history?: unknown };
    if (known.history !== history) throw otherHistory(known.history, history);
    const { kind } = known;
    if (kind === 'demo' || kind === 'live') return { kind, isNew: false };
    throw new OnwardError('store-unavailable', {
      detail: 'store.json in the data folder is damaged.',
      help: 'Restore it from a backup.',
    });
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ format: 1, kind: ifNew, history }), { mode: 0o600 });
  return { kind: ifNew, isNew: true };
}

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
