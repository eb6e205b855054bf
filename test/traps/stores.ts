// The two stores that every trap is set for: a file, and a server (its double), each as two processes would have it.
import { storeOn } from '../../src/store/eventstoredb/kit-for-tests.js';
import type { EventStore } from '../../src/store/port.js';
import { SqliteEventStore } from '../../src/store/sqlite/sqlite-event-store.js';
import type { Settings } from '../../src/apps/ops/settings.js';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../doubles/eventstoredb/double.js';
import { temporaryData } from '../kit/onward.js';

export const storeKinds = ['SQLite', 'EventStoreDB'] as const;
export type StoreKind = (typeof storeKinds)[number];

export interface Trapped {
  /** The same history, opened anew each time. */
  open(): EventStore;
  readonly settings: Partial<Settings>;
  /** Breaks every connection, where there is one. */
  breakConnections(): Promise<void>;
  /** Makes the server end reads too early, where there is one. */
  endReadsAfter(events: number): void;
  close(): Promise<void>;
}

const key = Buffer.alloc(32, 5).toString('base64');

export async function trapped(kind: StoreKind): Promise<Trapped> {
  const opened: EventStore[] = [];
  const keep = <S extends EventStore>(store: S): S => (opened.push(store), store);
  const closeAll = async () => void (await Promise.all(opened.map((store) => store.close())));
  if (kind === 'SQLite') {
    const file = join(temporaryData(), 'events.sqlite');
    return {
      open: () => keep(new SqliteEventStore(file, { poll: 5 })),
      settings: { key },
      breakConnections: () => Promise.resolve(),
      endReadsAfter: () => undefined,
      close: closeAll,
    };
  }
  const double = await EventStoreDbDouble.start();
  return {
    open: () => keep(storeOn(double, { poll: 100 })),
    settings: { key, eventStore: 'eventstoredb', eventStoreUrl: double.url },
    breakConnections: () => double.restart(),
    endReadsAfter: (events) => void (double.faults.endsReadsAfter = events),
    async close() {
      await closeAll();
      double.stop();
    },
  };
}
