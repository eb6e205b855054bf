// A backup taken while others write can be restored, whole, and brings nobody back who was forgotten.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../event-store/contract/temporary-folder.js';
import { collect, newEvent } from '../../event-store/contract/samples.js';
import { newId } from '../ids.js';
import { FixedClock } from '../clock.js';
import { openStores, closeStores, type Stores } from '../open-stores.js';
import type { Settings } from '../settings.js';
import { storeKind } from '../store-kind.js';
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
    writeFileSync(join(settings.data, 'actors.json'), '[]');
    const folder = file('backup');
    await backUp(settings, clock, folder);
    const into = settingsOf(file('data'));
    await restore(into, folder);
    const again = open(into);
    expect(await collect(again.store.readAll())).toEqual(await collect(stores.store.readAll()));
    expect(again.keys.existing(person)).toEqual(stores.keys.existing(person));
    expect(readFileSync(join(into.data, 'actors.json'), 'utf8')).toBe('[]');
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

  it('heeds a later file of keys for those who were forgotten after it was made', async () => {
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
