// Files that a disk has damaged or filled: health, writing and `store verify` tell the truth (docs/adr/0045).
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteEventStore } from '../src/event-store/sqlite/sqlite-event-store.js';
import { newEvent } from '../src/event-store/contract/samples.js';
import { checkFiles } from '../src/ops/check-files.js';
import { openDatabase } from '../src/sqlite/open-database.js';
import { damagePages } from './kit/damage.js';
import { settingsFor, startOnward, temporaryData, type TestOnward } from './kit/onward.js';
import { onward as command, startServer } from './kit/process.js';

jest.setTimeout(240_000);

const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
const people = '/api/v1/young-people';
interface Ready {
  readonly status: string;
  readonly store: string;
  readonly troubles: readonly { readonly file: string; readonly problem: string; readonly help: string }[];
  readonly setAside?: object;
}
const ready = (onward: TestOnward) => onward.get<Ready>('/health/ready');
const containing = (words: string) => expect.stringContaining(words) as string;

/** A closed demo store with so many people in it. */
async function storeOf(count: number): Promise<string> {
  const data = temporaryData();
  const kept = temporaryData();
  const onward = await startOnward(undefined, data);
  for (let nth = 0; nth < count; nth++) expect((await onward.post(people, ada)).status).toBe(200);
  for (const name of ['events', 'keys'])
    openDatabase(join(data, `${name}.sqlite`)).exec('PRAGMA wal_checkpoint(TRUNCATE)');
  for (const name of ['events.sqlite', 'keys.sqlite', 'store.json', 'dev.key'])
    copyFileSync(join(data, name), join(kept, name));
  await onward.close();
  return kept;
}

/** As the thread of the server does at its start. */
async function checked(onward: TestOnward): Promise<void> {
  for (const { kind, problem } of await checkFiles(onward.settings, 'quick_check'))
    onward.opened.stores.soundness.found(kind, problem);
}

let whole: string;
beforeAll(async () => {
  whole = await storeOf(40);
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

function copyOfWhole(): string {
  const data = temporaryData();
  for (const name of ['events.sqlite', 'keys.sqlite', 'store.json', 'dev.key'])
    copyFileSync(join(whole, name), join(data, name));
  return data;
}

describe('a whole store', () => {
  it('is ready, and nothing is said of it', async () => {
    const onward = await startOnward(undefined, copyOfWhole());
    await checked(onward);
    expect(await ready(onward)).toMatchObject({ status: 200, body: { status: 'ready', store: 'open', troubles: [] } });
    await onward.close();
  });
});

describe('damaged pages of events.sqlite', () => {
  it.each(['leaf of an index', 'leaf of a table'] as const)(
    'are found by the check (%s): not ready, with the file and the remedy, and nothing more is recorded',
    async (kind) => {
      const data = copyOfWhole();
      const onward = await startOnward(undefined, data);
      const { status } = await onward.post(people, ada);
      expect(status).toBe(200);
      expect(damagePages(join(data, 'events.sqlite'), kind, (nth, of) => nth === of >> 1)).toBe(1);
      await checked(onward);
      const answer = await ready(onward);
      expect([answer.status, answer.body.store]).toEqual([503, 'damaged']);
      expect(answer.body.troubles).toEqual([
        expect.objectContaining({ file: 'events.sqlite', help: containing('restore the events from a backup') }),
      ]);
      const refused = await onward.post<{ detail: string; help: string }>(people, ada);
      expect(refused).toMatchObject({
        status: 503,
        body: { detail: containing('damaged'), help: containing('backup') },
      });
      const append = onward.opened.stores.store.append('young-person-1', 'any', [newEvent()]);
      await expect(append).rejects.toThrow('Nothing was recorded.');
      await onward.close();
    },
  );

  it('are told at once by whoever meets them, without waiting for a check', async () => {
    const data = copyOfWhole();
    const onward = await startOnward(undefined, data);
    expect((await ready(onward)).status).toBe(200);
    const { store } = onward.opened.stores;
    damagePages(join(data, 'events.sqlite'), 'leaf of a table', () => true);
    const read = async () => {
      for await (const _ of store.readAll());
    };
    await expect(read()).rejects.toThrow('The file of events is damaged.');
    await expect(store.append('young-person-1', 'any', [newEvent()])).rejects.toThrow('Nothing was recorded.');
    expect(await ready(onward)).toMatchObject({ status: 503, body: { troubles: [{ file: 'events.sqlite' }] } });
    await onward.close();
  });

  it('keep `store verify` from saying that all is right, and end it with 1', () => {
    const data = copyOfWhole();
    damagePages(join(data, 'events.sqlite'), 'leaf of an index', (nth, of) => nth === of >> 1);
    const { code, stdout, stderr } = command(data, ['store', 'verify']);
    expect([code, stdout + stderr]).toEqual([1, containing('events.sqlite) is damaged')]);
    expect(command(copyOfWhole(), ['store', 'verify'])).toMatchObject({ code: 0 });
  });

  it('are found by the thread of a running server, which stays up and says so', async () => {
    const data = copyOfWhole();
    damagePages(join(data, 'events.sqlite'), 'leaf of an index', (nth, of) => nth === of >> 1);
    const server = await startServer(data, { ONWARD_LOG: 'warn' });
    try {
      let answer = await server.json<Ready>('/health/ready');
      while (answer.body.store !== 'damaged') answer = await server.json<Ready>('/health/ready');
      expect(answer).toMatchObject({ status: 503, body: { store: 'damaged', troubles: [{ file: 'events.sqlite' }] } });
      expect((await server.json(people, { method: 'POST', body: ada })).status).toBe(503);
      expect((await server.json('/health/live')).status).toBe(200);
      expect(server.said()).toContain('Onward is not ready');
    } finally {
      await server.stop();
    }
  });
});

describe('damaged keys', () => {
  it('rows that do not open: not ready, and how many people cannot be opened', async () => {
    const data = copyOfWhole();
    const database = openDatabase(join(data, 'keys.sqlite'));
    database.exec('UPDATE keys SET wrapped = zeroblob(60) WHERE subject IN (SELECT subject FROM keys LIMIT 27)');
    database.close();
    const found = await checkFiles(settingsFor(data), 'quick_check');
    expect(found).toEqual([{ kind: 'keys', problem: containing('27 people cannot be opened') }]);
    const onward = await startOnward(undefined, copyOfWhole());
    for (const { kind, problem } of found) onward.opened.stores.soundness.found(kind, problem);
    expect(await ready(onward)).toMatchObject({
      status: 503,
      body: { troubles: [{ file: 'keys.sqlite', problem: containing('27 people cannot be opened') }] },
    });
    await onward.close();
    const { code, stdout } = command(data, ['store', 'verify']);
    expect([code, stdout]).toEqual([1, containing('27 people cannot be opened')]);
  });

  it('pages: said in the same way', async () => {
    const data = copyOfWhole();
    damagePages(join(data, 'keys.sqlite'), 'leaf of an index', (nth) => nth === 1);
    const found = await checkFiles(settingsFor(data), 'quick_check');
    expect(found.map(({ kind }) => kind)).toContain('keys');
  });
});

it('a full disk: not ready until there is room to write again, and the refusal says what to do', async () => {
  const onward = await startOnward(undefined, copyOfWhole());
  const { database } = onward.opened.stores.store as unknown as { database: SqliteEventStore['database'] };
  const pages = () => Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0] as number;
  database.exec(`PRAGMA max_page_count = ${pages()}`);
  let refused = await onward.post<{ detail: string; help: string }>(people, ada);
  for (let nth = 0; nth < 200 && refused.status === 200; nth++) refused = await onward.post(people, ada);
  expect(refused).toMatchObject({
    status: 503,
    body: { detail: containing('no room left on its disk'), help: containing('Nothing was recorded; send it again') },
  });
  expect(await ready(onward)).toMatchObject({
    status: 503,
    body: { store: 'full', troubles: [{ file: 'events.sqlite', help: containing('Free some space') }] },
  });
  database.exec(`PRAGMA max_page_count = ${pages() + 1000}`);
  expect(await ready(onward)).toMatchObject({ status: 200, body: { store: 'open', troubles: [] } });
  expect((await onward.post(people, ada)).status).toBe(200);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  expect(tables).toEqual([{ name: 'events' }]);
  await onward.close();
});

it('a damaged list is taken out of use when a question meets it, and is built again beside it', async () => {
  const onward = await startOnward(undefined, copyOfWhole());
  const file = onward.opened.files.current() ?? '';
  await onward.opened.projecting.catchUp();
  damagePages(file, 'leaf of a table', () => true);
  onward.opened.foundations.readSide.close();
  const list = '/api/v1/worklist';
  const statuses = [(await onward.get('/health/ready')).status, (await onward.get(list)).status];
  expect(statuses).toContain(503);
  expect(onward.opened.files.current()).toBeUndefined();
  await onward.opened.projecting.catchUp();
  expect(onward.opened.files.current()).not.toBe(file);
  expect((await onward.get(list)).status).toBe(200);
  expect(await ready(onward)).toMatchObject({ status: 200, body: { troubles: [] } });
  await onward.close();
});
