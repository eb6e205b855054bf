// Opens the two ends of a copy, as the settings say where each store lies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../../store/sqlite/sqlite-event-store.js';
import { OnwardError } from '../../../kernel/errors.js';
import { SqliteKeyChest } from '../../../store/keys/sqlite-key-chest.js';
import type { Settings } from '../settings.js';
import { requireEvents } from '../lost-events.js';
import { storeKind, type StoreKind } from '../../../store/store-kind.js';
import type { End } from './copy-history.js';

export type StoreName = 'sqlite' | 'eventstoredb';

export interface OpenEnd extends End {
  readonly kind: StoreKind['kind'];
  close(): Promise<void>;
}

/** `ifNew` for a target: what it becomes when it is empty. Errors: `store-unavailable`, `invalid-input`, `already-exists`. */
export async function openEnd(name: StoreName, settings: Settings, ifNew?: StoreKind['kind']): Promise<OpenEnd> {
  const end = name === 'sqlite' ? embedded(settings, ifNew) : await server(settings, ifNew);
  // Asked before a target is opened: from an empty store keys alone would be copied, and the right history be refused there afterwards.
  if (ifNew === undefined && (await end.store.head()) === undefined) {
    await end.close();
    throw nothingThere();
  }
  if (ifNew === undefined || end.kind === ifNew) return end;
  await end.close();
  throw new OnwardError('already-exists', {
    detail: `The target is a ${end.kind} store and the source a ${ifNew} one: made-up and real people are never mixed (REC-31).`,
    help: 'Copy into an empty store.',
    rule: 'REC-31',
  });
}

const nothingThere = (): OnwardError =>
  new OnwardError('store-unavailable', {
    detail: 'The store named by --from holds no events, so there is nothing to copy from it. Nothing was written.',
    help: 'Set ONWARD_DATA to the folder of the embedded store, EVENTSTORE_URL to the server that holds the history.',
  });

function embedded({ data }: Settings, ifNew: StoreKind['kind'] | undefined): OpenEnd {
  const file = join(data, 'events.sqlite');
  if (ifNew === undefined && !existsSync(file)) throw nothingThere();
  requireEvents(data);
  const { kind } = storeKind(data, ifNew ?? 'live');
  const keys = new SqliteKeyChest(join(data, 'keys.sqlite'));
  const store = new SqliteEventStore(file);
  return {
    kind,
    store,
    keys,
    async close() {
      await store.close();
      keys.close();
    },
  };
}

async function server({ eventStoreUrl }: Settings, ifNew: StoreKind['kind'] | undefined): Promise<OpenEnd> {
  const { openServerEnd } = await import('../../../store/eventstoredb/copy-end.js');
  return openServerEnd({ url: eventStoreUrl, ifNew });
}
