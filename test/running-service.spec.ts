// The service as it is run: started, stopped, started again; loaded beside; read after writing; broken files.
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/store/sqlite-files/open-database.js';
import { firstPersonsOf, unpackSouthend } from './fixtures/unpack.js';
import { temporaryData } from './kit/onward.js';
import { onward, startOnwardCommand, startServer, type RunningServer } from './kit/process.js';

// No test measures time: on a busy machine a start of the whole server may take a minute.
jest.setTimeout(300_000);

const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
const empty = { ONWARD_DEMO: 'off', ONWARD_KEY: Buffer.alloc(32, 7).toString('base64'), ONWARD_LOG: 'warn' };
interface Recorded {
  readonly id: string;
  readonly position: string;
}
interface Ready {
  readonly status: string;
  readonly head: string | null;
  readonly projections: readonly { readonly projection: string; readonly behind: number }[];
}

const folders: string[] = [];
const servers: RunningServer[] = [];
const folder = () => {
  const data = temporaryData();
  folders.push(data);
  return data;
};
const serve = async (data: string, env: Readonly<Record<string, string>> = {}) => {
  const server = await startServer(data, env);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop('SIGKILL');
});
afterAll(() => {
  for (const data of folders) rmSync(data, { recursive: true, force: true });
});

let made: string | undefined;

/** A demo store without the demo area: made by the command line before the first start, once, and copied for each test. */
function emptyDemoStore(): string {
  if (made === undefined) {
    made = folder();
    expect(onward(made, ['store', 'verify']).code).toBe(0);
    expect(onward(made, ['load', 'waiting', join(__dirname, '..', 'samples', 'waiting-list.csv')]).code).toBe(0);
  }
  const data = folder();
  cpSync(made, data, { recursive: true });
  return data;
}

describe('the running service', () => {
  it('fills a new demo store, and shows it on the first page as soon as it says that it is ready', async () => {
    const server = await serve(folder());
    const headers = { authorization: 'Bearer demo-asha.caseworker', accept: 'text/html' };
    const page = await (await fetch(`${server.url}/ehc/worklist`, { headers })).text();
    expect(page.match(/<tr>/g)?.length).toBeGreaterThan(20);
    expect(page).toContain('Every person here is made up.');
  });

  it('does not start on a damaged store, says why, and writes nothing to it', () => {
    const data = emptyDemoStore();
    truncateSync(join(data, 'events.sqlite'), 5000);
    const { code, stderr } = onward(data, ['store', 'verify']);
    expect(code).toBe(1);
    expect(stderr).toContain('damaged');
    writeFileSync(join(data, 'events.sqlite'), 'this is no database, it is a note that somebody saved here by mistake');
    const second = onward(data, ['store', 'verify']);
    expect([second.code, second.stderr.includes('events')]).toEqual([1, true]);
    expect(statSync(join(data, 'events.sqlite')).size).toBe(69);
  });

  it('does not make new keys when the file of keys is missing', () => {
    const data = emptyDemoStore();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `keys.sqlite${suffix}`), { force: true });
    const { code, stderr } = onward(data, ['store', 'verify']);
    expect([code, stderr.includes('keys.sqlite is missing')]).toEqual([1, true]);
  });

  it('store.json lost: a live store opens to nobody, least of all with the demo tokens; a command makes it anew from the events', async () => {
    const data = folder();
    const add = ['--id', 'kim.real', '--name', 'Kim Real', '--role', 'send-caseworker', '--organisation', '882'];
    const token =
      onward(data, ['actors', 'add', ...add], empty)
        .stdout.trim()
        .split('\n')[1] ?? '';
    expect(onward(data, ['store', 'verify'], empty).code).toBe(0);
    rmSync(join(data, 'store.json'));
    const asDemo = { ...empty, ONWARD_DEMO: 'on' };
    const refusal = await startServer(data, asDemo).catch(({ message }: Error) => message);
    expect(refusal).toContain('The server ended with 1: store.json is missing from the data folder');
    expect(refusal).toContain('onward store kind');
    expect(refusal).not.toMatch(/\n\s+at /);
    expect(onward(data, ['store', 'kind'], asDemo).stdout).toContain('a store for real people');
    const again = await serve(data, asDemo);
    // Asked of the events: on a busy machine the lists may not be built yet.
    expect((await again.json('/api/v1/calendar-feed')).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await again.json('/api/v1/calendar-feed', { headers })).status).toBe(200);
  }, 180_000);

  it('real people are not sealed with a key that lies beside them, nor mixed with made-up ones: it does not start, and says what to do', async () => {
    const withoutKey = folder();
    const refusal = await startServer(withoutKey, { ONWARD_DEMO: 'off' }).catch(({ message }: Error) => message);
    expect(refusal).toMatch(/ended with 1: .*needs ONWARD_KEY.*openssl/s);
    expect(readdirSync(withoutKey)).toEqual([]);
    const demo = onward(emptyDemoStore(), ['store', 'verify'], empty);
    expect([demo.code, /this is a demo store.*ONWARD_DATA/s.test(demo.stderr)]).toEqual([1, true]);
    const nonsense = onward(folder(), ['store', 'verify'], { ONWARD_DEMO: 'false' });
    expect([nonsense.code, nonsense.stderr.trim()]).toEqual([
      1,
      'ONWARD_DEMO: must be on or off; off is a store for real people',
    ]);
  }, 180_000);

  it.each([
    ['store.json', ''],
    ['store.json', '{"kind":'],
    ['actors.json', '{}'],
    ['actors.json', ''],
    ['dev.key', ''],
  ])('a damaged %s (%j) is named, with what to do, and the process ends with 1', (name, text) => {
    const data = emptyDemoStore();
    writeFileSync(join(data, name), text);
    const { code, stdout, stderr } = onward(data, ['store', 'verify']);
    expect([code, stdout, stderr.includes(name), /Restore/.test(stderr)]).toEqual([1, '', true, true]);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  });

  it('REC-31: a live store refuses test numbers, a demo store real ones, and the demo people exist only in a demo store', async () => {
    const data = folder();
    const server = await serve(data, empty);
    expect((await server.json('/api/v1/worklist')).status).toBe(401);
    const { stdout } = onward(
      data,
      ['actors', 'add', '--id', 'kim.real', '--name', 'Kim Real', '--role', 'send-caseworker', '--organisation', '882'],
      empty,
    );
    const token = stdout.trim().split('\n')[1] ?? '';
    expect((await server.json('/api/v1/worklist')).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    const register = (value: string) =>
      server.json<{ rule?: string }>('/api/v1/young-people', {
        method: 'POST',
        headers,
        body: { ...ada, identifiers: [{ kind: 'nhs-number', value }] },
      });
    expect((await register('9990000018')).body.rule).toBe('REC-31');
    expect((await register('9434765919')).status).toBe(200);
  });
});

describe('a service that runs, is told to stop, and starts again', () => {
  let data: string;
  let server: RunningServer;
  let worked: readonly Recorded[];
  let ended: number | null;
  beforeAll(async () => {
    data = emptyDemoStore();
    server = await startServer(data, { ONWARD_LOG: 'info' });
  });
  afterAll(() => server.stop('SIGKILL'));

  it('shows a write to whoever asks with its position, though projecting has its own thread', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { body } = await server.json<Recorded>('/api/v1/young-people', { method: 'POST', body: ada });
      const found = await server.json<{ id: string }>(`/api/v1/young-people/${body.id}`, {
        headers: { 'onward-after': body.position },
      });
      expect(found.status).toBe(200);
    }
  });

  it('follows a load that the command line does beside it', async () => {
    const { xml, remove } = unpackSouthend();
    const loaded = onward(data, ['load', 'sen2', xml, '--json']);
    remove();
    interface Said {
      readonly counts: object;
      readonly problems: readonly { readonly severity: string; readonly message: string }[];
    }
    const { counts, problems } = JSON.parse(loaded.stdout) as Said;
    expect(counts).toEqual({ loaded: 1992, changed: 0, unchanged: 0, refused: 0 });
    // It has children of one family name, born on one day: pointed out, and two (REC-23).
    const twins = problems.filter(({ severity, message }) => severity === 'reported' && /: a twin, or/.test(message));
    expect(problems).toEqual(twins);
    const head = (await server.json<Ready>('/health/ready')).body.head ?? '';
    const ask = () =>
      server.json<{ row: Record<string, number> }>('/api/v1/reports/annual-reviews?asOf=2025-01-16', {
        headers: { 'onward-after': head },
      });
    // On a busy machine the lists take longer than a reader is kept waiting: then the answer says to ask again.
    let answer = await ask();
    while (answer.status === 503) answer = await ask();
    expect(answer.body.row['review_expected']).toBe(1637);
    // What is late by a return may have been done since: the worklist says up to which day the return tells.
    const worklist = await server.json<{ returns: object[] }>('/api/v1/ehc-plans/worklist');
    expect(worklist.body.returns).toEqual([{ authority: '882', endsOn: '2025-01-16' }]);
  });

  it('finishes the work in hand on SIGTERM', async () => {
    const requests = Array.from({ length: 20 }, () =>
      server.json<Recorded>('/api/v1/young-people', { method: 'POST', body: { ...ada, familyName: 'Zyxwvutsrq' } }),
    );
    const wrong = { ...ada, familyName: 'Zyxwvutsrq', birthDate: 'nonsense' };
    expect((await server.json('/api/v1/young-people', { method: 'POST', body: wrong })).status).toBe(400);
    worked = (await Promise.all(requests)).map(({ body }) => body);
    ended = await server.stop('SIGTERM');
    expect(ended).toBe(0);
  });

  it("keeps nobody's name in the store, its metadata, the log or file names", () => {
    expect(ended).toBe(0);
    expect(server.said()).not.toContain('Zyxwvutsrq');
    for (const file of ['events.sqlite', 'keys.sqlite'])
      expect(readFileSync(join(data, file)).includes('Zyxwvutsrq')).toBe(false);
    for (const file of ['events.sqlite', 'keys.sqlite', 'dev.key'])
      expect(statSync(join(data, file)).mode & 0o077).toBe(0);
    for (const file of readdirSync(join(data, 'read-models')))
      expect(statSync(join(data, 'read-models', file)).mode & 0o077).toBe(0);
  });

  it('finds everything after the next start', async () => {
    expect(worked).toHaveLength(20);
    const second = await serve(data);
    for (const { id } of worked) expect((await second.json(`/api/v1/young-people/${id}`)).status).toBe(200);
    expect(await second.stop('SIGINT')).toBe(0);
    expect(onward(data, ['store', 'verify']).stdout).toContain('every hash is right');
  });
});

describe('a load', () => {
  const persons = 200;
  const eventsIn = (data: string): number => {
    const file = join(data, 'events.sqlite');
    if (!existsSync(file)) return 0;
    const database = openDatabase(file, { readOnly: true });
    const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'events'").get();
    const count = tables?.['n'] === 0 ? 0 : database.prepare('SELECT count(*) AS n FROM events').get()?.['n'];
    database.close();
    return Number(count);
  };
  /** Kills it once so many more events are in the store; answers by what it ended. */
  async function loadAndKill(data: string, xml: string, more: number): Promise<NodeJS.Signals | null> {
    const until = eventsIn(data) + more;
    const child = startOnwardCommand(data, ['load', 'sen2', xml]);
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    while (child.exitCode === null && eventsIn(data) < until) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGKILL');
    return (await ended)[1];
  }

  it('that is killed again and again ends, when repeated, like one that never was', async () => {
    const { xml, remove } = unpackSouthend();
    writeFileSync(xml, firstPersonsOf(readFileSync(xml, 'utf8'), persons));
    const [whole, broken] = [folder(), folder()];
    onward(whole, ['load', 'sen2', xml]);
    for (const more of [1, 150, 300, 450]) expect(await loadAndKill(broken, xml, more)).toBe('SIGKILL');
    expect(eventsIn(broken)).toBeLessThan(eventsIn(whole));
    const last = onward(broken, ['load', 'sen2', xml]);
    expect(last.stdout).toContain('refused 0');
    const row = (data: string) => onward(data, ['report', 'annual-reviews', '--as-of', '2025-01-16', '--json']).stdout;
    expect(row(broken)).toContain(`"total_ehc_plans": ${persons},`);
    expect(row(broken)).toBe(row(whole));
    expect(onward(broken, ['store', 'verify']).stdout).toContain('every hash is right');
    const again = onward(broken, ['load', 'sen2', xml, '--json']);
    expect((JSON.parse(again.stdout) as { counts: object }).counts).toEqual({
      loaded: 0,
      changed: 0,
      unchanged: persons,
      refused: 0,
    });
    remove();
  });
});
