// The SQLite store keeps the contract.
import { describeEventStore } from '../contract/describe-event-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { temporaryFolder } from '../contract/temporary-folder.js';

const file = temporaryFolder();

describeEventStore('SqliteEventStore', () => {
  const path = file();
  return { store: new SqliteEventStore(path), another: () => new SqliteEventStore(path) };
});
