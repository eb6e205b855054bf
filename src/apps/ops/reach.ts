// Reaches the event store when it is a server, as the settings say. Undefined for the embedded store: that is a file.
import type { Reached } from '../../store/eventstoredb/reach.js';
import { keyEncryptionKey } from '../../store/keys/key-encryption-key.js';
import { requireFitFor } from './real-people.js';
import type { Settings } from './settings.js';

/** One try. Errors: `invalid-input` for EVENTSTORE_URL; `store-unavailable` with the setting to look at. */
export async function reach(settings: Settings, warn?: (words: string) => void): Promise<Reached | undefined> {
  if (settings.eventStore !== 'eventstoredb') return undefined;
  // Before anything is made on the server. What it holds already is looked at when it is opened.
  if (!settings.demo) requireFitFor('live', settings);
  // Here and not above, so that the default start loads nothing of it.
  const { reachEventStoreDb } = await import('../../store/eventstoredb/reach.js');
  return reachEventStoreDb({
    url: settings.eventStoreUrl,
    ifNew: settings.demo ? 'demo' : 'live',
    wrappingKey: keyEncryptionKey(settings.key, settings.data).key,
    warn,
  });
}
