// Files that a disk has damaged or filled: health, writing and `store verify` tell the truth (docs/adr/0045).
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteEventStore } from '../src/store/sqlite/sqlite-event-store.js';
import { newEvent } from '../src/store/contract/samples.js';
import { checkFiles } from '../src/apps/ops/check-files.js';
import { openDatabase } from '../src/store/sqlite-files/open-database.js';
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
      while (answer.body.store !== 'damaged') {
        // Whoever asks without a pause takes the processor from the thread that looks.
        await new Promise((done) => setTimeout(done, 50));
        answer = await server.json<Ready>('/health/ready');
      }
      expect(answer).toMatchObject({
        status: 503,
        body: { store: 'damaged', checking: false, troubles: [{ file: 'events.sqlite' }] },
      });
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

describe('damaged files beside the store', () => {
  /** Enough rows that a page of them lies beyond the first. */
  function filled(data: string, file: string, sql: string): void {
    const database = openDatabase(join(data, file));
    database.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) ${sql}`);
    database.close();
  }

  it.each([
    [
      'views.sqlite',
      "INSERT INTO view (at, actor, role, organisation, query, shown) SELECT '', 'ella', 'manager', 'council', 'Q', i FROM n",
      'move it out of the data folder',
    ],
    [
      'sessions.sqlite',
      "INSERT INTO session (secret, actor, token, begun, seen) SELECT 's' || i, 'ella', '', '2026', '2026' FROM n",
      'everybody signs in anew',
    ],
    [
      'process-managers.sqlite',
      "INSERT INTO checkpoint (projection, position) SELECT 'manager ' || i, '' FROM n",
      'add only what is missing',
    ],
  ])(
    '%s: the check finds it, health is not ready and says what to do, and so does `store verify`',
    async (file, sql, help) => {
      const data = copyOfWhole();
      const onward = await startOnward(undefined, data);
      onward.opened.foundations.views.open();
      onward.opened.foundations.sessions.open();
      await checked(onward);
      expect((await ready(onward)).status).toBe(200);
      filled(data, file, sql);
      // The primary key of the table of sessions and of checkpoints is an index; views are a table.
      const hit = (['leaf of a table', 'leaf of an index'] as const).map((kind) =>
        damagePages(join(data, file), kind, (nth, of) => of > 2 && nth === of >> 1),
      );
      expect(Math.max(...hit)).toBe(1);
      await checked(onward);
      expect(await ready(onward)).toMatchObject({
        status: 503,
        body: {
          store: 'damaged',
          troubles: [{ file, problem: containing(`(${file}) is damaged`), help: containing(help) }],
        },
      });
      const { code, stdout } = command(data, ['store', 'verify']);
      await onward.close();
      expect([code, stdout]).toEqual([1, containing(`(${file}) is damaged`)]);
      expect(stdout).toContain(help);
    },
  );
});

describe('the check of the files itself', () => {
  it('is said while it runs, and when it could not be done; neither keeps a whole store from being ready', async () => {
    const onward = await startOnward(undefined, copyOfWhole());
    const { soundness } = onward.opened.stores;
    const said = async (state: typeof soundness.fileCheck) => {
      soundness.fileCheck = state;
      const { status, body } = await onward.get<{ checking: boolean; checkFailed?: boolean }>('/health/ready');
      return [status, body.checking, body.checkFailed];
    };
    expect([await said('running'), await said('done'), await said('failed')]).toEqual([
      [200, true, undefined],
      [200, false, undefined],
      [200, false, true],
    ]);
    await onward.close();
  });
});

describe('a file that is full', () => {
  const databaseOf = (holder: object) => (holder as { database: SqliteEventStore['database'] }).database;
  const cap = (database: SqliteEventStore['database'], more: number) => {
    const pages = Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0] as number;
    database.exec(`PRAGMA max_page_count = ${pages + more}`);
  };

  it.each<[string, (onward: TestOnward) => SqliteEventStore['database'], (onward: TestOnward, nth: number) => unknown]>(
    [
      [
        'keys.sqlite',
        ({ opened }) => databaseOf(opened.stores.keys),
        ({ opened }, nth) => opened.stores.keys.keyFor(`person-${nth}`),
      ],
      [
        'views.sqlite',
        ({ opened: { foundations } }) => databaseOf((foundations.views as unknown as { opened(): object }).opened()),
        ({ opened: { foundations } }, nth) => {
          const actor = { id: 'ella.manager', role: 'manager', organisation: 'council' };
          foundations.views.note({ actor, query: 'GetSomebody', correlationId: undefined, shown: [`person-${nth}`] });
          foundations.views.flush();
        },
      ],
      [
        'sessions.sqlite',
        ({ opened: { foundations } }) => databaseOf((foundations.sessions as unknown as { opened(): object }).opened()),
        ({ opened: { foundations } }, nth) =>
          foundations.sessions.begin({ id: `p${nth}`, name: 'P', role: 'manager', organisation: 'council' }),
      ],
      [
        'process-managers.sqlite',
        ({ opened }) => opened.places.db.database,
        ({ opened }, nth) => opened.places.begin(`manager ${nth}`, '' as never),
      ],
    ],
  )(
    '%s: not ready while there is no room, and ready again by a look once there is',
    async (file, databaseIn, write) => {
      const onward = await startOnward(undefined, copyOfWhole());
      const database = databaseIn(onward);
      cap(database, 0);
      const fill = async () => {
        for (let nth = 0; nth < 5000; nth++) await write(onward, nth);
      };
      await expect(fill()).rejects.toBeDefined();
      for (let look = 0; look < 2; look++)
        expect(await ready(onward)).toMatchObject({ status: 503, body: { store: 'full', troubles: [{ file }] } });
      cap(database, 1000);
      expect(await ready(onward)).toMatchObject({ status: 200, body: { store: 'open', troubles: [] } });
      await write(onward, 9999);
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'room'").all();
      expect(tables).toEqual([]);
      await onward.close();
    },
  );
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
