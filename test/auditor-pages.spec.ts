// The auditor's pages without a browser: replay, two clocks, who may.
import { startOnward, type TestOnward } from './kit/onward.js';

let onward: TestOnward;
let personId: string;
let planId: string;

beforeAll(async () => {
  onward = await startOnward('2026-03-02T09:00:00.000Z');
  const person = { givenName: 'Ivy', familyName: '<b>Sample', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  const plan = { personId, on: '2025-03-01', authority: '882' };
  planId = (await onward.post<{ id: string }>('/api/v1/ehc-plans', plan)).body.id;
  onward.clock.set('2026-06-01T09:00:00.000Z');
  const late = { on: '2025-11-10', attended: ['family'], outcomesConsidered: true };
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/reviews/meeting`, late)).status).toBe(200);
});
afterAll(() => onward.close());

const look = (url: string, as = 'farid.auditor') =>
  onward.app.inject({ method: 'GET', url, headers: { accept: 'text/html', authorization: `Bearer demo-${as}` } });
const history = (query = '', as?: string) => look(`/people/${personId}/history${query}`, as);

describe('a history, step by step', () => {
  it('shows both clocks, who, what changed, the rules in force and the proof', async () => {
    const { statusCode, body } = await history('?step=2');
    expect(statusCode).toBe(200);
    expect(body).toContain('EHC plan');
    expect(body).toContain('Saturday 1 Mar 2025');
    expect(body).toContain('2 Mar 2026 at 9:00 am');
    expect(body).toContain('Asha Bright');
    expect(body).toContain('england-send-2014 version 1');
    expect(body).toMatch(/every hash is right/);
    expect(body).toMatch(/<input type="range" id="step" name="step" min="1" max="\d+" value="2">/);
  });

  it('escapes what somebody wrote', async () => {
    const { body } = await history();
    expect([body.includes('&lt;b&gt;Sample'), body.includes('<b>Sample')]).toEqual([true, false]);
  });

  it('says that there is no such step, and refuses what is no number', async () => {
    expect((await history('?step=999')).statusCode).toBe(404);
    for (const wrong of ['0', '-1', 'x', '1e9']) expect((await history(`?step=${wrong}`)).statusCode).toBe(400);
    expect((await look('/people/nobody/history')).statusCode).toBe(404);
  });

  it('is for those who see the history; each their own pathways', async () => {
    expect((await history('', 'cora.adult')).statusCode).toBe(403);
    expect((await history('', 'dev.nurse')).statusCode).toBe(403);
    const ben = await history('', 'ben.clinician');
    expect([ben.statusCode, ben.body.includes('Plan')]).toEqual([200, false]);
  });

  it('finds an altered byte', async () => {
    const { store } = onward.opened.stores;
    const read = store.read.bind(store);
    store.read = async function* (stream, options) {
      for await (const page of read(stream, options))
        yield page.map((event) => (event.type.startsWith('Plan') ? { ...event, hash: 'f'.repeat(64) } : event));
    };
    const { body } = await history('?step=2');
    store.read = read;
    expect(body).toContain('The history is not what was recorded');
  });
});

describe('two clocks', () => {
  const then = (query: string) => look(`/people/${personId}/history/then?${query}`);
  const day = (name: string, date: string) => {
    const [year, month, of] = date.split('-');
    return `${name}-day=${of}&${name}-month=${month}&${name}-year=${year}`;
  };

  it('a late entry was true before it was known', async () => {
    const before = await then(day('knownOn', '2026-03-02'));
    const after = await then(day('trueOn', '2025-12-31'));
    expect([before.statusCode, before.body.includes('Review meeting held')]).toEqual([200, false]);
    expect(after.body).toContain('Review meeting held');
    expect(before.body).toContain('What was known on 2 Mar 2026');
  });

  it('a day that is none is said beside the field, with what was typed kept', async () => {
    const { statusCode, body } = await then('trueOn-day=31&trueOn-month=2&trueOn-year=2026');
    expect(statusCode).toBe(400);
    expect(body).toContain('February 2026 has 28 days');
    expect(body).toContain('value="31"');
  });

  it('asks first, when nothing is given', async () => expect((await then('')).statusCode).toBe(200));

  it('is closed to whoever may not replay', async () =>
    expect((await look(`/people/${personId}/history/then`, 'cora.adult')).statusCode).toBe(403));
});
