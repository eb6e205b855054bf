// Reaches an EventStoreDB: whether it is one that will do, whose history it holds, and the keys of the people in it.
import { newId } from '../../kernel/ids.js';
import { unavailable } from '../sqlite-files/errors.js';
import type { SubjectKeys } from '../keys/key-store.js';
import type { EventStore } from '../port.js';
import { tellOfAddresses } from './address-warning.js';
import { Connection, type ConnectionOptions } from './connection.js';
import { readConnectionString } from './connection-string.js';
import { storeError } from './errors.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { FirstWriter } from './first-writer.js';
import { KeysBeforePages } from './keys-before-pages.js';
import { EventStoreDbSubjectKeys } from './subject-keys.js';
import type { IncomingEvent } from './wire-format.js';

/** The history that a server holds: one for all instances, decided by whoever came first. */
export interface History {
  readonly id: string;
  readonly kind: 'demo' | 'live';
}

export interface Reached {
  readonly history: History;
  readonly keys: SubjectKeys;
  open(options?: { readonly readOnly?: boolean }): EventStore;
  close(): Promise<void>;
}

export interface ReachOptions extends ConnectionOptions {
  readonly url: string | undefined;
  /** What a server without a history becomes. */
  readonly ifNew: History['kind'];
  readonly wrappingKey: Buffer;
  /** Told once of what works and should be put right. */
  readonly warn?: (words: string) => void;
}

export const historyStream = 'onward_history';

/** Errors: `invalid-input` for EVENTSTORE_URL, `store-unavailable` for everything that the server or the way to it lacks. */
export async function reachEventStoreDb(asked: ReachOptions): Promise<Reached> {
  const { url, ifNew, wrappingKey, warn, ...options } = asked;
  if (warn) tellOfAddresses(warn);
  const connection = new Connection(readConnectionString(url), options);
  try {
    checkVersion(await connection.serverVersion());
    const streams = new FirstWriter(connection);
    const history = await historyOn(streams, ifNew);
    const keys = await EventStoreDbSubjectKeys.open(streams, wrappingKey);
    // A user who may not read $all would else be noticed by the first list.
    await new EventStoreDbEventStore(connection).head();
    return {
      history,
      keys,
      open({ readOnly } = {}) {
        const onOther = (event: IncomingEvent) => keys.meet(event);
        return new KeysBeforePages(new EventStoreDbEventStore(connection, { readOnly, onOther }), keys);
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw storeError(error);
  }
}

/** 23.10 is the oldest that tells positions in reads of a stream and has the mends that history rests on. */
export function checkVersion(version: string): void {
  const [, year, month] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(year) > 23 || (Number(year) === 23 && Number(month) >= 10)) return;
  throw unavailable(
    `The server in EVENTSTORE_URL is EventStoreDB ${/^[\w.-]{1,20}$/.test(version) ? version : 'of an unknown version'}; Onward needs 23.10 or later.`,
    'Update EventStoreDB (docs/event-stores.md).',
  );
}

export async function historyOn(streams: FirstWriter, ifNew: History['kind']): Promise<History> {
  const mine = Buffer.from(JSON.stringify({ id: newId(), kind: ifNew, format: 1 } satisfies History & { format: 1 }));
  const there = (await streams.read(historyStream)) ?? (await streams.claim(historyStream, 'HistoryBegun', mine));
  if (there !== 'deleted') {
    const { id, kind } = JSON.parse(Buffer.from(there).toString('utf8')) as Partial<History>;
    if (id !== undefined && (kind === 'demo' || kind === 'live')) return { id, kind };
  }
  throw unavailable('The server in EVENTSTORE_URL holds no history that Onward can read.', 'Restore it from a backup.');
}
