// Reads the files of a data folder to their ends: pages, chains of hashes, and a key that opens for every person (docs/adr/0045).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../store/sqlite/sqlite-event-store.js';
import { subjectOf } from '../../store/prove-history.js';
import { verifyStreams } from '../../store/verify-chain.js';
import { keyEncryptionKey } from '../../store/keys/key-encryption-key.js';
import { SqliteSubjectKeys } from '../../store/keys/sqlite-subject-keys.js';
import { isDamage, type FileKind } from '../../store/sqlite-files/errors.js';
import { openDatabase, type Database } from '../../store/sqlite-files/open-database.js';
import { fileNames } from '../../store/sqlite-files/soundness.js';
import type { Settings } from './settings.js';

export interface Damage {
  readonly kind: FileKind;
  readonly problem: string;
}

/** `quick_check` reads every page; `integrity_check` compares the indexes with the rows, too. */
export type Depth = 'quick_check' | 'integrity_check';

/** What the embedded store is made of; the server of the other one looks after its own files. */
const ofTheStore = ['events', 'keys'] as const;
/** What every data folder has beside it. */
const besideIt = ['views', 'sessions', 'process managers'] as const;

/** Every file but the lists, which are built again. Error: `store-unavailable` when a file cannot be opened at all. */
export async function checkFiles(settings: Settings, depth: Depth): Promise<Damage[]> {
  const embedded = settings.eventStore !== 'eventstoredb';
  const found: Damage[] = [];
  for (const kind of [...(embedded ? ofTheStore : []), ...besideIt]) {
    const file = fileNames[kind];
    if (!isWhole(join(settings.data, file), kind, depth))
      found.push({ kind, problem: `The file of ${kind} (${file}) is damaged.` });
  }
  if (!embedded) return found;
  const { people, altered } = await history(settings);
  if (altered > 0)
    found.push({
      kind: 'events',
      problem: `${altered} events are not what was recorded: the file of events (events.sqlite) was altered or damaged.`,
    });
  const closed = await withoutKey(settings, people);
  if (closed > 0)
    found.push({
      kind: 'keys',
      problem: `What the events say of ${closed} ${closed === 1 ? 'person' : 'people'} cannot be opened: their keys are damaged or missing in keys.sqlite.`,
    });
  return found;
}

/** Whether every page of the file can be read and makes sense. */
export function isWhole(path: string, kind: FileKind, depth: Depth): boolean {
  if (!existsSync(path)) return true;
  let database: Database | undefined;
  try {
    database = openDatabase(path, { kind, readOnly: true });
    return Object.values(database.prepare(`PRAGMA ${depth}(1)`).get() ?? {})[0] === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    database?.close();
  }
}

/** Who is in the events, as far as they can be read, and how many of them are not what was recorded. */
async function history({ data }: Settings): Promise<{ people: Set<string>; altered: number }> {
  const people = new Set<string>();
  const store = new SqliteEventStore(join(data, 'events.sqlite'), { readOnly: true });
  async function* readAll() {
    for await (const page of store.readAll()) {
      for (const event of page) {
        const subject = orUndefined(() => subjectOf(event));
        if (subject !== undefined) people.add(subject);
      }
      yield page;
    }
  }
  try {
    const { problems } = await verifyStreams({ readAll });
    return { people, altered: problems.length };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { people, altered: 0 }; // that it is damaged is known from its pages
  } finally {
    await store.close();
  }
}

/** A key is durable before the first event that it seals: asked afterwards, nobody is missing by chance. */
async function withoutKey({ data, key }: Settings, people: ReadonlySet<string>): Promise<number> {
  let keys: SqliteSubjectKeys | undefined;
  try {
    const open = (keys = new SqliteSubjectKeys(join(data, 'keys.sqlite'), keyEncryptionKey(key, data).key, {
      cached: 1,
    }));
    return [...people].filter((person) => orUndefined(() => open.existing(person)) === undefined).length;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return 0; // that it is damaged is known from its pages
  } finally {
    await keys?.close();
  }
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
