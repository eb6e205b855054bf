// A backup taken while others write can be restored, whole, and brings nobody back who was forgotten.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../store/contract/temporary-folder.js';
import { collect, newEvent } from '../../../store/contract/samples.js';
import { SqliteViewLog } from '../../../engine/audit/views/sqlite-view-log.js';
import type { View } from '../../../engine/access/view-log.js';
import { openDatabase } from '../../../store/sqlite-files/open-database.js';
import { digestOf } from '../file-digest.js';
import { newId } from '../../../kernel/ids.js';
import { FixedClock } from '../../../kernel/clock.js';
import { openStores, closeStores, type Stores } from '../open-stores.js';
import type { Settings } from '../settings.js';
import { storeKind } from '../../../store/store-kind.js';
import { backUp } from './back-up.js';
import { restore } from './restore.js';

const file = temporaryFolder();
const clock = new FixedClock('2026-06-01T09:00:00.000Z');
const settingsOf = (data: string): Settings => ({
  data,
  port: 0,
  host: '127.0.0.1',
  demo: true,
  key: Buffer.alloc(32, 5).toString('base64'),
  log: 'silent',
});

const opened: Stores[] = [];
afterAll(async () => {
  for (const stores of opened) await closeStores(stores);
});
function open(settings: Settings): Stores {
  storeKind(settings.data, 'demo');
  const stores = openStores(settings, clock);
  opened.push(stores);
  return stores;
}

/** The key first, as the journal does it, then the event that is sealed with it. */
async function record({ store, keys }: Stores, person: string, type = 'SampleRecorded') {
  await keys.keyFor(person);
  const metadata = JSON.stringify({ commandId: 'c1', subjectIds: [person] });
  return store.append(`youngPerson-${person}`, 'any', [newEvent({ type, metadata })]);
}

describe('a backup', () => {
  it('taken while appends go on holds every event acknowledged before it, and a key for each', async () => {
    const settings = settingsOf(file('data'));
    const stores = open(settings);
    let going = true;
    let acknowledged = 0;
    const writing = (async () => {
      while (going) {
        await record(stores, newId());
        acknowledged++;
      }
    })();
    while (acknowledged < 20) await record(stores, newId());
    const before = await collect(stores.store.readAll());
    const manifest = await backUp(settings, clock, file('backup'));
    going = false;
    await writing;
    expect(manifest.events).toBeGreaterThanOrEqual(before.length);
    const all = await collect(stores.store.readAll());
    expect(all[manifest.events - 1]?.position).toBe(manifest.head);
  });

  it('is restored byte for byte, for its owner’s eyes only', async () => {
    const settings = settingsOf(file('data'));
    const stores = open(settings);
    const person = newId();
    await record(stores, person);
    const actors = '{ "actors": [] }';
    writeFileSync(join(settings.data, 'actors.json'), actors);
    const lists = '{ "lists": { "organisations": [{ "code": "a-trust", "name": "A trust" }] } }';
    writeFileSync(join(settings.data, 'directory.json'), lists);
    const folder = file('backup');
    await backUp(settings, clock, folder);
    const into = settingsOf(file('data'));
    await restore(into, folder);
    const again = open(into);
    expect(await collect(again.store.readAll())).toEqual(await collect(stores.store.readAll()));
    expect(again.keys.existing(person)).toEqual(stores.keys.existing(person));
    expect(readFileSync(join(into.data, 'actors.json'), 'utf8')).toBe(actors);
    // Without its lists a live store can name no organisation, and who received a case does not see it.
    expect(readFileSync(join(into.data, 'directory.json'), 'utf8')).toBe(lists);
    for (const name of ['events.sqlite', 'keys.sqlite', 'store.json', 'actors.json'])
      expect([name, statSync(join(folder, name)).mode & 0o77, statSync(join(into.data, name)).mode & 0o77]).toEqual([
        name,
        0,
        0,
      ]);
  });

  it('does not bring back a person of whom its events say that they were forgotten (REC-12)', async () => {
    const settings = settingsOf(file('data'));
    const stores = open(settings);
    const [forgotten, kept] = [newId(), newId()];
    await record(stores, kept);
    // As after a crash between the fact and the destroying of the key.
    await record(stores, forgotten, 'YoungPersonForgotten');
    const folder = file('backup');
    await backUp(settings, clock, folder);
    const into = settingsOf(file('data'));
    expect((await restore(into, folder)).forgottenAgain).toBe(1);
    const { keys } = open(into);
    expect([keys.existing(forgotten), keys.existing(kept)]).toEqual(['destroyed', stores.keys.existing(kept)]);
  });

  it('takes over a later file of keys for those who were forgotten after it was made', async () => {
    const settings = settingsOf(file('data'));
    const stores = open(settings);
    const person = newId();
    await record(stores, person);
    const folder = file('backup');
    await backUp(settings, clock, folder);
    await stores.keys.destroy(person);
    const into = settingsOf(file('data'));
    const { forgottenAgain } = await restore(into, folder, join(settings.data, 'keys.sqlite'));
    expect([forgottenAgain, open(into).keys.existing(person)]).toEqual([1, 'destroyed']);
  });
});

describe('who looked', () => {
  const viewsOf = ({ data }: Settings) => new SqliteViewLog(join(data, 'views.sqlite'), clock);
  const look = (person: string): View => ({
    actor: { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'southend-send' },
    query: 'GetYoungPerson',
    shown: [person],
    correlationId: undefined,
  });
  const logs: SqliteViewLog[] = [];
  afterAll(() => {
    for (const log of logs) log.close();
  });

  it('is in the backup while a server notes looks, comes back whole, and is still only added to (REC-20)', async () => {
    const settings = settingsOf(file('data'));
    await record(open(settings), newId());
    const noting = viewsOf(settings);
    logs.push(noting);
    for (const person of ['p1', 'p2']) noting.note(look(person));
    noting.flush();
    const folder = file('backup');
    // Noted by the server after the copy was begun, or not: never half.
    noting.note(look('p3'));
    expect((await backUp(settings, clock, folder)).views).toBe(2);
    const into = settingsOf(file('data'));
    await restore(into, folder);
    const restored = viewsOf(into);
    logs.push(restored);
    expect(restored.of(['p1', 'p2', 'p3'], 10)).toEqual(noting.of(['p1', 'p2'], 10));
    restored.note(look('p4'));
    expect(restored.of(['p4'], 10)).toHaveLength(1);
    const database = openDatabase(join(into.data, 'views.sqlite'));
    expect(() => database.exec('DELETE FROM view')).toThrow('what was noted stays');
    database.close();
    for (const path of [join(folder, 'views.sqlite'), join(into.data, 'views.sqlite')])
      expect(statSync(path).mode & 0o77).toBe(0);
  });

  it('may be missing: in a backup of an older version, and where nobody looked yet', async () => {
    const settings = settingsOf(file('data'));
    await record(open(settings), newId());
    const folder = file('backup');
    const { files, views } = await backUp(settings, clock, folder);
    expect([files.map(({ name }) => name), views]).toEqual([['events.sqlite', 'keys.sqlite', 'store.json'], undefined]);
    await restore(settingsOf(file('data')), folder);
  });

  it('is not restored when it is another than the manifest tells of, or not whole', async () => {
    const settings = settingsOf(file('data'));
    await record(open(settings), newId());
    const noting = viewsOf(settings);
    logs.push(noting);
    noting.note(look('p1'));
    noting.flush();
    const folder = file('backup');
    await backUp(settings, clock, folder);
    const views = join(folder, 'views.sqlite');
    const manifest = join(folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"views": 1', '"views": 2'));
    const into = settingsOf(file('data'));
    await expect(restore(into, folder)).rejects.toThrow('not the one that its manifest tells of');
    const database = openDatabase(views);
    database.exec('DROP TRIGGER shown_stays_there; DELETE FROM shown; PRAGMA journal_mode = DELETE');
    database.close();
    const { bytes, sha256 } = await digestOf(views);
    const told = JSON.parse(text) as { files: object[] };
    const files = told.files.map((each) =>
      'name' in each && each.name === 'views.sqlite' ? { ...each, bytes, sha256 } : each,
    );
    writeFileSync(manifest, JSON.stringify({ ...told, files }));
    await expect(restore(into, folder)).rejects.toThrow('not whole');
    expect(existsSync(join(into.data, 'events.sqlite'))).toBe(false);
  });
});

describe('what is refused', () => {
  const made = async () => {
    const settings = settingsOf(file('data'));
    await record(open(settings), newId());
    const folder = file('backup');
    await backUp(settings, clock, folder);
    return { settings, folder };
  };

  it('a data folder that holds anything', async () => {
    const { settings, folder } = await made();
    await expect(restore(settings, folder)).rejects.toThrow('never replaces');
  });

  it('a backup folder that holds anything', async () => {
    const { settings, folder } = await made();
    await expect(backUp(settings, clock, folder)).rejects.toThrow('not empty');
  });

  it.each(['events.sqlite', 'keys.sqlite'])('a backup whose %s was changed by a byte', async (name) => {
    const { folder } = await made();
    appendFileSync(join(folder, name), 'x');
    const into = settingsOf(file('data'));
    await expect(restore(into, folder)).rejects.toThrow(`${name} in the backup is not what was backed up`);
    expect(existsSync(join(into.data, 'events.sqlite'))).toBe(false);
  });

  it('a folder without a manifest: no backup, or one that was interrupted', async () => {
    const { folder } = await made();
    rmSync(join(folder, 'manifest.json'));
    await expect(restore(settingsOf(file('data')), folder)).rejects.toThrow('holds no manifest.json');
    const other = file('other');
    mkdirSync(other, { recursive: true });
    await expect(restore(settingsOf(file('data')), other)).rejects.toThrow('holds no manifest.json');
  });

  it('a manifest that names a file outside the backup', async () => {
    const { folder } = await made();
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"store.json"', '"../store.json"'));
    await expect(restore(settingsOf(file('data')), folder)).rejects.toThrow('names a file that no backup has');
  });

  it('another ONWARD_KEY than the one that the keys are wrapped with', async () => {
    const { folder } = await made();
    const into = { ...settingsOf(file('data')), key: Buffer.alloc(32, 6).toString('base64') };
    await expect(restore(into, folder)).rejects.toThrow('another key-encryption key');
    expect(existsSync(join(into.data, 'keys.sqlite'))).toBe(false);
  });

  it('a store on a server: it is backed up by its own means', async () => {
    const { settings } = await made();
    await expect(backUp({ ...settings, eventStore: 'eventstoredb' }, clock, file('backup'))).rejects.toThrow(
      'EVENT_STORE is eventstoredb',
    );
  });
});
