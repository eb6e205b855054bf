// An EventStoreDB as the source or the target of a copy: its events, its wrapped keys, and whose history it holds.
import type { KeyChest } from '../keys/key-chest.js';
import { unavailable } from '../sqlite-files/errors.js';
import type { EventStore } from '../port.js';
import { readConnectionString } from './connection-string.js';
import { Connection, type ConnectionOptions } from './connection.js';
import { storeError } from './errors.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { FirstWriter } from './first-writer.js';
import { EventStoreDbKeyChest } from './key-chest.js';
import { checkVersion, historyOn, historyStream, type History } from './reach.js';

export interface ServerEnd {
  readonly kind: History['kind'];
  readonly store: EventStore;
  readonly keys: KeyChest;
  close(): Promise<void>;
}

export interface ServerEndOptions extends ConnectionOptions {
  readonly url: string | undefined;
  /** For a target: what its history becomes when it has none. A source must have one. */
  readonly ifNew?: History['kind'];
}

/** Errors: `invalid-input` for EVENTSTORE_URL; `store-unavailable`. */
export async function openServerEnd({ url, ifNew, ...options }: ServerEndOptions): Promise<ServerEnd> {
  const connection = new Connection(readConnectionString(url), options);
  try {
    checkVersion(await connection.serverVersion());
    const streams = new FirstWriter(connection);
    if (ifNew === undefined && (await streams.read(historyStream)) === undefined)
      throw unavailable(
        'The server in EVENTSTORE_URL holds no history of Onward, so there is nothing to copy from it.',
        'Check EVENTSTORE_URL, and which of the two stores is to be --from.',
      );
    const { kind } = await historyOn(streams, ifNew ?? 'live');
    const store = new EventStoreDbEventStore(connection, { readOnly: ifNew === undefined });
    return { kind, store, keys: new EventStoreDbKeyChest(streams), close: () => store.close() };
  } catch (error) {
    await connection.close();
    throw storeError(error);
  }
}
