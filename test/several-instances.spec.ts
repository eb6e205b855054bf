// Several instances of Onward on one EventStoreDB: each with a data folder of its own, one history, one set of keys.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { tellArea } from '../src/apps/demo/tell-area.js';
import { verifyStreams } from '../src/store/verify-chain.js';
import { civilDate } from '../src/kernel/calendar/index.js';
import { FixedClock, SystemClock } from '../src/kernel/clock.js';
import { openFoundations, type Opened } from '../src/apps/ops/foundations.js';
import { reach } from '../src/apps/ops/reach.js';
import type { Settings } from '../src/apps/ops/settings.js';
import { EventStoreDbDouble } from './doubles/eventstoredb/double.js';
import { settingsFor, startOnward, temporaryData, type TestOnward } from './kit/onward.js';
import { startOnwardCommand, startServer, type RunningServer } from './kit/process.js';

// No test measures time: on a busy machine a start of the whole server may take a minute.
jest.setTimeout(300_000);

const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
const key = Buffer.alloc(32, 3).toString('base64');

interface Recorded {
  readonly id: string;
  readonly position: string;
}

describe('two instances of Onward on one EventStoreDB', () => {
  let double: EventStoreDbDouble;
  let instances: TestOnward[];
  beforeAll(async () => {
    double = await EventStoreDbDouble.start();
    const settings = { eventStore: 'eventstoredb', eventStoreUrl: double.url, key } as const;
    instances = [await startOnward(undefined, undefined, settings), await startOnward(undefined, undefined, settings)];
  });
  afterAll(async () => {
    for (const instance of instances) await instance.close();
    double.stop();
  });
  const two = () => instances as [TestOnward, TestOnward];

  it('show through one what was written through the other, with its personal fields opened', async () => {
    const [a, b] = two();
    const { body, status } = await a.post<Recorded>('/api/v1/young-people', ada);
    expect(status).toBe(200);
    await b.opened.projecting.catchUp();
    const seen = await b.get(`/api/v1/young-people/${body.id}`, { headers: { 'onward-after': body.position } });
    expect([seen.status, JSON.stringify(seen.body).includes('Ada')]).toEqual([200, true]);
  });

  it('tell on the health page how many events the lists are behind', async () => {
    const [a, b] = two();
    await b.opened.projecting.catchUp();
    await a.post<Recorded>('/api/v1/young-people', ada);
    interface Ready {
      readonly projections: readonly { readonly behind: number }[];
    }
    const behind = async () => (await b.get<Ready>('/health/ready')).body.projections.map((each) => each.behind);
    expect(Math.min(...(await behind()))).toBeGreaterThan(0);
    await b.opened.projecting.catchUp();
    expect(new Set(await behind())).toEqual(new Set([0]));
  });

  it('let one of two people win who register the same NHS number at the same moment (REC-34)', async () => {
    const person = { ...ada, identifiers: [{ kind: 'nhs-number', value: '9990000018' }] };
    const answers = await Promise.all(two().map((each) => each.post('/api/v1/young-people', person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('answer the same command twice, sent to both, with one set of events (trap 14)', async () => {
    const headers = { 'idempotency-key': 'c0a8012e-0000-4000-8000-00000000abcd' };
    const before = double.log.all.length;
    const [first, second] = await Promise.all(
      two().map((each) => each.post<Recorded>('/api/v1/young-people', ada, { headers })),
    );
    expect(second?.body).toEqual(first?.body);
    const added = double.log.all.slice(before).filter(({ type }) => type === 'YoungPersonRegistered');
    expect(added).toHaveLength(1);
  });

  it('no longer show anywhere what was sealed for a person whose key one of them destroyed', async () => {
    const [a, b] = two();
    const { body } = await a.post<Recorded>('/api/v1/young-people', { ...ada, givenName: 'Zyxw' });
    await a.opened.stores.keys.destroy(body.id);
    const { keys } = b.opened.stores;
    await expect(
      // Known within a second, on every machine.
      (async () => {
        for (;;) await keys.keyFor(body.id).then(() => new Promise((done) => setTimeout(done, 50)));
      })(),
    ).rejects.toMatchObject({ type: 'personal-data-destroyed' });
    const { body: history } = await b.get(`/api/v1/young-people/${body.id}/history`, { as: 'farid.auditor' });
    expect(JSON.stringify(history)).not.toContain('Zyxw');
  });

  it('keep one chain', async () => {
    for (const { opened } of two()) expect((await verifyStreams(opened.stores.store)).problems).toEqual([]);
  });
});

it('the demo area is there once, though two new instances fill it at the same moment', async () => {
  const double = await EventStoreDbDouble.start();
  const today = civilDate('2026-06-01');
  const tales = tellArea(today).slice(40, 52);
  const opened: Opened[] = [];
  const fill = async (more: Partial<Settings>) => {
    const settings = settingsFor(temporaryData(), { key, ...more });
    const each = openFoundations(settings, new FixedClock('2026-06-01T09:00:00.000Z'), await reach(settings));
    opened.push(each);
    await fillDemoArea(each.stores, today, each.foundations.log, tales);
    return each.stores.store;
  };
  const shared = { eventStore: 'eventstoredb', eventStoreUrl: double.url } as const;
  const [first, alone] = await Promise.all([fill(shared), fill({}), fill(shared)]);
  const whole = await verifyStreams(alone);
  expect(whole.events).toBeGreaterThan(100);
  expect(await verifyStreams(first)).toEqual({ ...whole, problems: [] });
  for (const each of opened) await each.close();
  double.stop();
});

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, stderr };
}

describe('the running service on EventStoreDB', () => {
  const folders: string[] = [];
  const servers: RunningServer[] = [];
  const folder = () => {
    const data = temporaryData();
    folders.push(data);
    return data;
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop('SIGKILL');
    for (const data of folders.splice(0)) rmSync(data, { recursive: true, force: true });
  });

  it('waits for a server that is away, says why without the password, and starts when it is there', async () => {
    const double = await EventStoreDbDouble.start();
    const { port } = double;
    double.stop();
    const url = `esdb://onward:hunter2@localhost:${port}?tls=false`;
    const env = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url, ONWARD_KEY: key, ONWARD_DEMO: 'off' };
    let back: Promise<void> | undefined;
    const server = await startServer(folder(), env, (said) => {
      // Only once it has noticed does the server come back; the start then goes on by itself.
      if (said.includes('tries again')) back ??= double.listenOn();
    });
    await back;
    servers.push(server);
    expect(server.said()).toMatch(/cannot be reached.*EVENTSTORE_URL/);
    expect(server.said()).not.toContain('hunter2');
    expect(await server.stop('SIGTERM')).toBe(0);
    double.stop();
  });

  it('serves one caseworker’s day through two of them in turn, and neither shows less than was just recorded', async () => {
    const double = await EventStoreDbDouble.start();
    const env = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: double.url, ONWARD_KEY: key };
    for (let nth = 0; nth < 2; nth++) servers.push(await startServer(folder(), env));
    const [a, b] = servers as [RunningServer, RunningServer];
    const asha = { authorization: 'Bearer demo-asha.caseworker' };
    interface Due {
      readonly caseId: string;
      readonly subjectId: string;
      readonly personId: string;
    }
    const due = async (through: RunningServer, after?: string) => {
      const headers = after === undefined ? asha : { ...asha, 'onward-after': after };
      const path = '/api/v1/ehc-plans/worklist?step=decision&state=overdue&limit=500';
      return (await through.json<{ items: readonly Due[] }>(path, { headers })).body.items;
    };
    /** Whether the page of the review asks for the decision. */
    const asksFor = async (through: RunningServer, planId: string, cycleId: string, after?: string) => {
      const headers = { ...asha, accept: 'text/html', ...(after === undefined ? {} : { 'onward-after': after }) };
      const page = await fetch(`${through.url}/ehc/plans/${planId}/reviews/${cycleId}`, { headers });
      expect(page.status).toBe(200);
      return (await page.text()).includes('Record the decision notice');
    };
    const first = await due(a);
    expect(first.length).toBeGreaterThan(2);
    let left = first.length;
    let turn = 0;
    for (const { caseId, subjectId } of first.slice(0, 4)) {
      const [writes, reads] = turn++ % 2 === 0 ? [a, b] : [b, a];
      expect(await asksFor(reads, caseId, subjectId)).toBe(true);
      const today = new SystemClock().today();
      const letter = { outcome: 'maintain', reason: 'it works', appealRightsGiven: true, lacksReason: 'as it was' };
      const body = { on: today, cycleId: subjectId, ...letter };
      const path = `/api/v1/ehc-plans/${caseId}/reviews/decision`;
      const headers = { ...asha, 'idempotency-key': `decision-${caseId}` };
      const recorded = await writes.json<Recorded>(path, { method: 'POST', body, headers });
      expect([recorded.status, JSON.stringify(recorded.body)]).toEqual([200, expect.anything()]);
      const then = await due(reads, recorded.body.position);
      expect(then.some((row) => row.caseId === caseId && row.subjectId === subjectId)).toBe(false);
      expect(then.length).toBe(--left);
      expect(await asksFor(reads, caseId, subjectId, recorded.body.position)).toBe(false);
    }
    expect((await due(a)).length).toBe((await due(b)).length);
    double.stop();
  });

  it('never records in an embedded store what belongs to a server, nor shows lists of another history', async () => {
    const [one, other] = [await EventStoreDbDouble.start(), await EventStoreDbDouble.start()];
    const data = folder();
    const at = ({ url }: EventStoreDbDouble) => ({ EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url, ONWARD_KEY: key });
    // Not `onward` of the kit: it would stop this process, and the double in it, while it waits.
    const verify = (env: Readonly<Record<string, string>>) => endOf(startOnwardCommand(data, ['store', 'verify'], env));
    expect(await verify(at(one))).toMatchObject({ code: 0 });
    expect(await verify({})).toMatchObject({ code: 1, stderr: expect.stringContaining('EVENT_STORE') as string });
    expect(await verify(at(other))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('another history') as string,
    });
    for (const double of [one, other]) double.stop();
  });
});
