// A private calendar: made and shown once, read without a sign-in, moved with its dates, gone when revoked.
import { startOnward, type TestOnward } from './kit/onward.js';

let onward: TestOnward;
let planId: string;

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  const person = { givenName: 'Ivy-May', familyName: 'Made-Up', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  const { id: personId } = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body;
  const worker = {
    role: 'send-officer',
    workerId: 'asha.caseworker',
    name: 'Asha Bright',
    organisation: 'seaborough-council',
    on: '2026-03-01',
  };
  const assigned = await onward.post(`/api/v1/young-people/${personId}/named-workers`, worker);
  expect(assigned.status).toBe(200);
  const plan = { personId, on: '2026-03-01', authority: '882' };
  planId = (await onward.post<{ id: string }>('/api/v1/ehc-plans', plan)).body.id;
});
afterAll(() => onward.close());

const make = async (as = 'asha.caseworker') =>
  (await onward.post<{ path: string }>('/api/v1/calendar-feed', {}, { as })).body.path;
const read = (url: string) => onward.app.inject({ method: 'GET', url });
const entries = (body: string) => {
  const lines = body.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const of = (name: string) => lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
  const days = of('DTSTART;VALUE=DATE:');
  return new Map(of('UID:').map((uid, index) => [uid, days[index]]));
};

it('holds what is due in the cases of its owner, without a name; for a program that brings no sign-in', async () => {
  const { statusCode, headers, body } = await read(await make());
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['cache-control']).toContain('no-store');
  expect(body).toContain('SUMMARY:Complete the annual review (EHC-01)');
  expect(body.replaceAll(/\r\n[ \t]/g, '')).toContain(planId);
  expect(body).not.toMatch(/Ivy-May|Made-Up/);
  expect(entries((await read(await make('ben.clinician'))).body).size).toBe(0);
});

it('a date that moved is the same entry on another day', async () => {
  const address = await make();
  const meeting = { on: '2026-06-01', meetingOn: '2026-12-01' };
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/reviews/planned-meeting`, meeting)).status).toBe(200);
  const before = entries((await read(address)).body);
  const later = { ...meeting, meetingOn: '2026-12-08' };
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/reviews/planned-meeting`, later)).status).toBe(200);
  const after = entries((await read(address)).body);
  const moved = [...before].filter(([uid, day]) => after.has(uid) && after.get(uid) !== day);
  expect(moved.length).toBeGreaterThan(0);
});

it('only the hash is kept; an old, a changed and a revoked address open nothing, and all say the same', async () => {
  const old = await make();
  const address = await make();
  const token = address.split('/').pop()!.replace('.ics', '');
  for await (const page of onward.opened.stores.store.readAll())
    for (const { data, metadata } of page) expect(data + metadata).not.toContain(token);
  expect((await read(address)).statusCode).toBe(200);
  const wrong = [old, address.replace(/.\.ics$/, (end) => (end[0] === 'A' ? 'E.ics' : 'A.ics')), '/calendar/x/y.ics'];
  const answers = [];
  for (const url of wrong) answers.push(await read(url));
  expect((await onward.post('/api/v1/calendar-feed/revocation', {})).status).toBe(200);
  expect((await onward.get('/api/v1/calendar-feed')).body).toMatchObject({ open: false });
  answers.push(await read(address));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect((await onward.post('/api/v1/calendar-feed/revocation', {})).status).toBe(422);
});

it('the same request again makes no second address, and does not tell the first one again', async () => {
  const headers = { 'idempotency-key': 'once' };
  const first = await onward.post<{ path?: string }>('/api/v1/calendar-feed', {}, { headers });
  const again = await onward.post<{ path?: string }>('/api/v1/calendar-feed', {}, { headers });
  expect([typeof first.body.path, again.body.path]).toEqual(['string', undefined]);
  expect((await read(first.body.path ?? '')).statusCode).toBe(200);
});

it('is for whoever holds cases', async () => {
  expect((await onward.post('/api/v1/calendar-feed', {}, { as: 'farid.auditor' })).status).toBe(403);
  expect((await onward.get('/api/v1/calendar-feed', { as: 'cora.adult' })).status).toBe(403);
});

it('the page shows the address once and never again', async () => {
  const headers = { accept: 'text/html', authorization: 'Bearer demo-dev.nurse' };
  const page = await onward.app.inject({ method: 'GET', url: '/your-calendar', headers });
  expect(page.body).toContain('There is no address so far');
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.body)?.[1] ?? '';
  const form = new URLSearchParams({ _csrf: hidden('_csrf'), _command: hidden('_command') }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = () =>
    onward.app.inject({
      method: 'POST',
      url: '/your-calendar',
      headers: { ...headers, ...type },
      payload: form,
      cookies,
    });
  const made = await send();
  const address = /<code>http:\/\/[^/]+(\/calendar\/[^<]+)<\/code>/.exec(made.body)?.[1] ?? '';
  expect((await read(address)).statusCode).toBe(200);
  expect((await send()).body).toContain('made and shown already');
  expect((await onward.app.inject({ method: 'GET', url: '/your-calendar', headers })).body).not.toContain('/calendar/');
});
