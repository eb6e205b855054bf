// For tests: the adapter on a double, with little patience.
import type { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { Connection, type ConnectionOptions } from './connection.js';
import { readConnectionString } from './connection-string.js';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb-event-store.js';

export const connectionTo = (double: Pick<EventStoreDbDouble, 'url'>, options: ConnectionOptions = {}): Connection =>
  new Connection(readConnectionString(double.url), { callTimeout: 5000, patience: 5000, ...options });

export const storeOn = (
  double: Pick<EventStoreDbDouble, 'url'>,
  { poll = 1000, maxAppendSize, readOnly, ...connecting }: ConnectionOptions & EventStoreDbOptions = {},
): EventStoreDbEventStore =>
  new EventStoreDbEventStore(connectionTo(double, connecting), { poll, maxAppendSize, readOnly });
