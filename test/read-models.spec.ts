// Lists copied from one instance to another: what is taken over is what a rebuild would make, and what does not fit is refused.
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../src/apps/cases.js';
import { backUp } from '../src/apps/ops/backup/back-up.js';
import { restore } from '../src/apps/ops/backup/restore.js';
import { FixedClock } from '../src/kernel/clock.js';
import { openFoundations, type Opened } from '../src/apps/ops/foundations.js';
import { reach } from '../src/apps/ops/reach.js';
import { exportReadModels } from '../src/apps/ops/read-models/export-read-models.js';
import { importReadModels } from '../src/apps/ops/read-models/import-read-models.js';
import { manifestOf } from '../src/apps/ops/read-models/manifest.js';
import type { Settings } from '../src/apps/ops/settings.js';
import { openForProjecting } from '../src/engine/processing/read-models.js';
import type { Projection } from '../src/engine/processing/projection.js';
import { EventStoreDbDouble } from './doubles/eventstoredb/double.js';
import { settingsFor, startOnward, temporaryData, type TestOnward } from './kit/onward.js';
import { onward, startServer } from './kit/process.js';
import { rowsOf } from './kit/rows.js';

jest.setTimeout(300_000);

const now = '2026-06-01T09:00:00.000Z';
const clock = new FixedClock(now);
const key = Buffer.alloc(32, 3).toString('base64');

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function folder(): string {
  const data = temporaryData();
  closers.push(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

async function begin(more: Partial<Settings> = {}): Promise<TestOnward> {
  const onward = await startOnward(now, undefined, { key, ...more });
  closers.push(() => onward.close());
  return onward;
}

/** An instance that has only been opened: nothing was projected yet. */
async function another(data = folder(), more: Partial<Settings> = {}): Promise<Opened> {
  const settings = settingsFor(data, { key, ...more });
  const opened = openFoundations(settings, clock, await reach(settings));
  closers.push(() => opened.close());
  return opened;
}

async function register(onward: TestOnward, givenName: string): Promise<string> {
  const person = { givenName, familyName: 'Example', birthDate: '2012-03-04' };
  const { status, body } = await onward.post<{ id: string }>('/api/v1/young-people', person);
  expect(status).toBe(200);
  const plan = await onward.post('/api/v1/ehc-plans', { personId: body.id, on: '2025-05-12' });
  expect(plan.status).toBe(200);
  return body.id;
}

const exportOf = async ({ files, stores }: Opened, file = join(folder(), 'lists.sqlite')) => {
  await exportReadModels({ files, store: stores.store, clock, projections }, file);
  return file;
};

const importInto = ({ files, stores }: Opened, file: string, mine: readonly Projection[] = projections) =>
  importReadModels({ ...stores, clock, projections: mine, files }, file, 'imported');

/** The same store in another folder, as a restored backup is. */
async function sameStore({ settings }: TestOnward): Promise<string> {
  const [backup, data] = [folder(), folder()];
  await backUp(settings, clock, backup);
  await restore({ ...settings, data }, backup);
  return data;
}

/** Counts what they are given. */
function counting(): { readonly projections: readonly Projection[]; readonly events: () => number } {
  let events = 0;
  const [first, ...rest] = projections as [Projection, ...Projection[]];
  const counted: Projection = {
    ...first,
    apply(page, db) {
      events += page.length;
      first.apply(page, db);
    },
  };
  return { projections: [counted, ...rest], events: () => events };
}

const inUse = ({ files }: Opened): string => files.current() ?? '';

describe('lists that were exported', () => {
  it('start a second instance on one EventStoreDB, which projects only what was recorded since', async () => {
    const double = await EventStoreDbDouble.start();
    closers.push(() => double.stop());
    const shared = { eventStore: 'eventstoredb', eventStoreUrl: double.url } as const;
    const first = await begin(shared);
    for (let nth = 0; nth < 10; nth++) await register(first, `Ada-${nth}`);
    const file = await exportOf(first.opened);
    const before = double.log.all.length;
    await register(first, 'Late');
    const since = double.log.all.slice(before).filter(({ stream }) => !stream.startsWith('onward_')).length;

    const second = await another(undefined, shared);
    const counted = counting();
    const { caughtUp } = await importInto(second, file, counted.projections);
    expect([caughtUp, counted.events(), since < 10]).toEqual([since, since, true]);
    expect(rowsOf(inUse(second))).toEqual(rowsOf(inUse(first.opened)));
    // Whoever starts now finds nothing left to do.
    await second.projecting.catchUp();
    expect(rowsOf(inUse(second))).toEqual(rowsOf(inUse(first.opened)));
  });

  it('are in a restored store what a rebuild would make, for the eyes of the account alone', async () => {
    const onward = await begin();
    await register(onward, 'Ada');
    const file = await exportOf(onward.opened);
    for (const path of [file, manifestOf(file)]) expect(statSync(path).mode & 0o777).toBe(0o600);
    await register(onward, 'Ben');
    const restored = await another(await sameStore(onward));
    await importInto(restored, file);
    expect(rowsOf(inUse(restored))).toEqual(rowsOf(inUse(onward.opened)));
    expect(statSync(inUse(restored)).mode & 0o777).toBe(0o600);
  });

  it('bring nobody back who was forgotten after they were exported (REC-12)', async () => {
    const onward = await begin();
    const id = await register(onward, 'Zyxwvutsrq');
    const file = await exportOf(onward.opened);
    expect(readFileSync(file).includes('Zyxwvutsrq')).toBe(true);
    const decision = { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' };
    const path = `/api/v1/young-people/${id}/forgetting`;
    expect((await onward.post(path, decision, { as: 'gita.records' })).status).toBe(200);
    const restored = await another(await sameStore(onward));
    await importInto(restored, file);
    expect(JSON.stringify(rowsOf(inUse(restored)))).not.toContain('Zyxwvutsrq');
    expect(readFileSync(inUse(restored)).includes('Zyxwvutsrq')).toBe(false);
    expect(rowsOf(inUse(restored))).toEqual(rowsOf(inUse(onward.opened)));
  });
});

describe('taken over is nothing', () => {
  let first: TestOnward;
  let file: string;
  beforeEach(async () => {
    first = await begin();
    await register(first, 'Ada');
    file = await exportOf(first.opened);
  });

  /** And the lists in use are the same file as before. */
  async function refused(into: Opened, words: RegExp, mine?: readonly Projection[]): Promise<void> {
    const before = into.files.current();
    const there = into.files.all();
    await expect(importInto(into, file, mine)).rejects.toMatchObject({
      type: 'file-refused',
      parts: { detail: expect.stringMatching(words) as string, help: expect.any(String) as string },
    });
    expect([into.files.current(), into.files.all()]).toEqual([before, there]);
  }

  it('of another history', async () => {
    const other = await begin();
    await register(other, 'Ada');
    await register(other, 'Ben');
    await refused(other.opened, /another history/);
  });

  it('by a store that ends before them, or has gone another way since they parted', async () => {
    const earlier = await sameStore(first);
    await register(first, 'Ben');
    rmSync(file);
    rmSync(manifestOf(file));
    await exportOf(first.opened, file);
    await refused(await another(), /does not hold/);
    await refused(await another(earlier), /does not hold/);
    const parted = await startOnward(now, earlier, { key });
    closers.push(() => parted.close());
    await register(parted, 'Chris');
    await register(parted, 'Dina');
    await refused(parted.opened, /another history/);
  });

  it('by software with other tables, or with other rules of a pack', async () => {
    const restored = await another(await sameStore(first));
    const [worklist, ...rest] = projections as [Projection, ...Projection[]];
    await refused(restored, /other tables or rules/, [{ ...worklist, version: worklist.version + 1 }, ...rest]);
    const otherRules: Projection = {
      ...worklist,
      firstRows(db) {
        worklist.firstRows?.(db);
        db.run("UPDATE deadline_rule SET title = 'another' WHERE id = 1");
      },
    };
    await refused(restored, /other tables or rules/, [otherRules, ...rest]);
  });

  it('of a file whose bytes have changed, that is cut off, or that has no manifest', async () => {
    const restored = await another(await sameStore(first));
    await restored.projecting.catchUp();
    const whole = join(folder(), 'whole');
    copyFileSync(file, whole);
    const db = openForProjecting(file);
    db.database.exec("UPDATE young_person SET given_name = 'Eva'; PRAGMA journal_mode = DELETE");
    db.database.close();
    await refused(restored, /bytes have changed/);
    copyFileSync(whole, file);
    truncateSync(file, 20_000);
    await refused(restored, /bytes have changed/);
    rmSync(manifestOf(file));
    await refused(restored, /never finished/);
  });

  it('that shows somebody whose key is destroyed without a fact that says so (a restore with --destroyed-keys)', async () => {
    const id = await register(first, 'Ben');
    rmSync(file);
    rmSync(manifestOf(file));
    await exportOf(first.opened, file);
    const restored = await another(await sameStore(first));
    await restored.stores.keys.destroy(id);
    await refused(restored, /REC-12/);
  });

  it('that was exported while a list was paused: the export says so, and leaves nothing', async () => {
    const db = openForProjecting(inUse(first.opened));
    db.run("UPDATE checkpoint SET paused_at = ?, reason = 'paused by hand' WHERE projection = 'ehc_plan'", now);
    db.database.close();
    const to = join(folder(), 'lists.sqlite');
    await expect(exportOf(first.opened, to)).rejects.toMatchObject({ type: 'not-caught-up' });
    expect([existsSync(to), existsSync(manifestOf(to))]).toEqual([false, false]);
    await expect(exportOf(first.opened, file)).rejects.toMatchObject({ type: 'file-refused' });
  });
});

describe('npx onward read-models', () => {
  const people = (lists: string) => rowsOf(lists)['young_person'] ?? [];
  const env = { ONWARD_DEMO: 'on', ONWARD_KEY: key, ONWARD_LOG: 'warn' };
  /** Sixty referrals; some wait for more than one service. */
  const peopleInFile = 55;
  const waiting = join(__dirname, '..', 'samples', 'waiting-list.csv');

  it('exports while a server runs, refuses an import beside one, and imports before the next starts', async () => {
    const [data, backup, restored] = [folder(), folder(), folder()];
    const file = join(folder(), 'lists.sqlite');
    expect(onward(data, ['store', 'verify'], env).code).toBe(0);
    expect(onward(data, ['load', 'waiting', waiting], env).code).toBe(0);
    const server = await startServer(data, env);
    closers.push(() => server.stop().then(() => undefined));
    const exported = onward(data, ['read-models', 'export', file], env);
    expect(exported).toMatchObject({ code: 0, stderr: expect.stringContaining('in the clear') as string });
    expect(exported.stdout).toMatch(/^The lists of [1-9]\d+ events are copied/);
    expect(people(file)).toHaveLength(peopleInFile);
    expect(onward(data, ['read-models', 'export', file], env)).toMatchObject({ code: 1 });
    const beside = onward(data, ['read-models', 'import', file], env);
    expect(beside).toMatchObject({ code: 1, stderr: expect.stringContaining('Stop it') as string });

    const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
    const { body } = await server.json<{ id: string }>('/api/v1/young-people', { method: 'POST', body: ada });
    expect(onward(data, ['store', 'backup', backup], env).code).toBe(0);
    expect(onward(restored, ['store', 'restore', backup], env).code).toBe(0);
    const imported = onward(restored, ['read-models', 'import', file], env);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toMatch(/, and 1 recorded since were added/);
    const second = await startServer(restored, env);
    closers.push(() => second.stop().then(() => undefined));
    expect((await second.json(`/api/v1/young-people/${body.id}`)).status).toBe(200);
  });

  it('says why it refuses, and what to do, with status 1', () => {
    const data = folder();
    expect(onward(data, ['store', 'verify'], env).code).toBe(0);
    const none = onward(data, ['read-models', 'export', join(folder(), 'lists.sqlite')], env);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('still to be built') as string });
    const missing = onward(data, ['read-models', 'import', join(folder(), 'lists.sqlite')], env);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no such file') as string });
  });
});
