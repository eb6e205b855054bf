// Opens the event store and the keys, as the settings say. The only place that knows the adapters.
import { join } from 'node:path';
import { catalogue as ofTheWhole } from '../cases.js';
import { openDirectory } from '../../engine/directory/read-directory.js';
import type { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import type { EventStore } from '../../store/port.js';
import { SqliteEventStore } from '../../store/sqlite/sqlite-event-store.js';
import type { Watcher } from '../../kernel/watcher.js';
import { keyEncryptionKey } from '../../store/keys/key-encryption-key.js';
import { OnwardError } from '../../kernel/errors.js';
import type { SubjectKeys } from '../../store/keys/key-store.js';
import { SqliteSubjectKeys } from '../../store/keys/sqlite-subject-keys.js';
import { destinationCodes } from '../../cases/camhs-transition/domain/destinations.js';
import { holdsBytes, requireEvents } from './lost-events.js';
import { Soundness } from '../../store/sqlite-files/soundness.js';
import type { Clock } from '../../kernel/clock.js';
import type { Reached } from '../../store/eventstoredb/reach.js';
import type { Settings } from './settings.js';

export interface Stores {
  readonly store: EventStore;
  readonly keys: SubjectKeys;
  readonly catalogue: EventCatalogue;
  readonly journal: Journal;
  /** Whether the key that wraps all others was configured, or is the development key in the data folder. */
  readonly keySource: 'configuration' | 'development';
  /** What is known to be wrong with the files. */
  readonly soundness: Soundness;
}

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** What `reach` answered when EVENT_STORE=eventstoredb: there is no falling back to a file. */
  readonly reached?: Reached;
  readonly watcher?: Watcher;
  readonly catalogue?: EventCatalogue;
}

/** Error: `store-unavailable` when a file is damaged, locked or not ours; the process can go on without it. */
export function openStores(
  settings: Settings,
  clock: Clock,
  { readOnly, reached, watcher, catalogue = ofTheWhole }: OpenOptions = {},
): Stores {
  // Events are checked, and old ones read, by the lists of this data folder.
  openDirectory(settings.data, destinationCodes);
  const soundness = new Soundness();
  if (reached) {
    const store = reached.open({ readOnly });
    const { keys } = reached;
    const keySource = settings.key ? 'configuration' : 'development';
    return {
      store,
      keys,
      catalogue,
      journal: new Journal(store, keys, catalogue, clock, watcher),
      keySource,
      soundness,
    };
  }
  if (settings.eventStore === 'eventstoredb') throw new Error('EventStoreDB is reached before stores are opened');
  const keysFile = join(settings.data, 'keys.sqlite');
  requireEvents(settings.data);
  const keysLost = !holdsBytes(keysFile) && holdsBytes(join(settings.data, 'events.sqlite'));
  if (keysLost) {
    throw new OnwardError('store-unavailable', {
      detail:
        'There are events but no keys: keys.sqlite is missing from the data folder (or empty), and without it nothing personal can be read.',
      help: 'Restore keys.sqlite from the same backup as events.sqlite.',
    });
  }
  const wrapping = keyEncryptionKey(settings.key, settings.data);
  const keys = new SqliteSubjectKeys(keysFile, wrapping.key, { soundness });
  const store = new SqliteEventStore(join(settings.data, 'events.sqlite'), { readOnly, soundness });
  return {
    store,
    keys,
    catalogue,
    journal: new Journal(store, keys, catalogue, clock, watcher),
    keySource: wrapping.source,
    soundness,
  };
}

export async function closeStores({ store, keys }: Pick<Stores, 'store' | 'keys'>): Promise<void> {
  await store.close();
  await keys.close();
}
