// Where a cut takes place: a data folder, and for the larger store a server that lives on when its client is killed.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '../../src/store/eventstoredb/connection.js';
import { readConnectionString } from '../../src/store/eventstoredb/connection-string.js';
import { EventStoreDbEventStore } from '../../src/store/eventstoredb/eventstoredb-event-store.js';
import type { EventStore } from '../../src/store/port.js';
import { SqliteEventStore } from '../../src/store/sqlite/sqlite-event-store.js';
import { FixedClock } from '../../src/kernel/clock.js';
import { openFoundations, type Opened } from '../../src/apps/ops/foundations.js';
import { reach } from '../../src/apps/ops/reach.js';
import type { Settings } from '../../src/apps/ops/settings.js';
import { EventStoreDbDouble } from '../doubles/eventstoredb/double.js';
import { settingsFor, temporaryData } from '../kit/onward.js';

export type Kind = 'sqlite' | 'eventstoredb';

const key = Buffer.alloc(32, 7).toString('base64');

export interface Place {
  readonly settings: Settings;
  /** Another folder with the same files in it. */
  copy(): Place;
  store(): EventStore;
  /** Everything opened, as after a restart. */
  restart(): Promise<Opened>;
  remove(): void;
}

export async function aPlace(kind: Kind): Promise<Place> {
  if (kind === 'sqlite') return placeAt(settingsFor(temporaryData(), { key }));
  const double = await EventStoreDbDouble.start();
  const settings = settingsFor(temporaryData(), { key, eventStore: kind, eventStoreUrl: double.url });
  return placeAt(settings, () => double.stop());
}

const placeAt = (settings: Settings, stop: () => void = () => undefined): Place => ({
  settings,
  copy() {
    const data = temporaryData();
    cpSync(settings.data, data, { recursive: true });
    return placeAt({ ...settings, data });
  },
  store: () =>
    settings.eventStoreUrl === undefined
      ? new SqliteEventStore(join(settings.data, 'events.sqlite'))
      : new EventStoreDbEventStore(new Connection(readConnectionString(settings.eventStoreUrl)), { readOnly: true }),
  restart: async () => openFoundations(settings, new FixedClock('2026-11-20T12:00:00.000Z'), await reach(settings)),
  remove() {
    stop();
    rmSync(settings.data, { recursive: true, force: true });
  },
});
