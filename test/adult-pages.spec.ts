// The pages of the hand-over and of tasks without a browser, over the demo area: what an adult clinician finds, records and may not see.
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  const { opened } = onward;
  await fillDemoArea(opened.stores, onward.clock.today(), opened.foundations.log);
  await opened.projecting.catchUp();
  opened.foundations.readSide.onWaiting(() => void opened.projecting.catchUp());
}, 240_000);
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);

/** Opens a form, sends it as a browser would, and answers the page that follows. */
async function record(url: string, answers: Record<string, string>, cookies: Cookies) {
  const { body } = await get(url, cookies);
  const sent = await send(url, [...secretsIn(body), ...Object.entries(answers)], cookies);
  expect([url, sent.statusCode]).toEqual([url, 303]);
  await onward.opened.projecting.catchUp();
  return get(String(sent.headers.location), { ...cookies, ...jarOf(sent.headers) });
}

const today = { 'on-day': '25', 'on-month': '11', 'on-year': '2026' };
const linksIn = (body: string, like: RegExp): string[] =>
  [...body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).filter((href) => like.test(href));

it('TRN-B3.3: an adult clinician accepts the items one by one, and only then the whole', async () => {
  const cora = await signedIn('cora.adult');
  const list = await get('/adult/hand-overs', cora);
  const cases = [...new Set(linksIn(list.body, /^\/adult\/hand-overs\/[^/?]+$/))];
  let found: string | undefined;
  for (const href of cases) if (/record\/accept\//.test((await get(href, cora)).body)) found ??= href;
  expect(found).toBeDefined();
  let page = await get(found!, cora);
  expect(page.body).toContain('An answer to:');
  let items = linksIn(page.body, /record\/accept\//);
  const [first = ''] = items;
  expect(items.length).toBeGreaterThan(1);
  while (items.length > 0) {
    expect(page.body).not.toContain('/record/accept-all/');
    page = await record(items[0]!, today, cora);
    const left = linksIn(page.body, /record\/accept\//);
    expect(left).toHaveLength(items.length - 1);
    items = left;
  }
  expect(page.body).toContain('/record/accept-all/');
  expect(page.body).not.toContain('An answer to:');
  // An address that was kept: there is nothing more to record, and it says so before anybody types.
  const kept = await get(first, cora);
  expect([
    kept.statusCode,
    kept.body.includes('This cannot be recorded now'),
    kept.body.includes('name="_command"'),
  ]).toEqual([...[409, true, false]]);
});

it('TRN-27: who was received and has nothing booked says so, and no longer once an appointment is recorded', async () => {
  const cora = await signedIn('cora.adult');
  const list = await get('/adult/first-months', cora);
  expect(list.body).toContain('Missed');
  const href = linksIn(list.body, /^\/adult\/hand-overs\/[^/?]+$/)[0]!;
  const booked = { 'bookedFor-day': '7', 'bookedFor-month': '12', 'bookedFor-year': '2026' };
  const page = await record(`${href}/record/book/case`, { ...today, ...booked }, cora);
  expect(page.body).toContain('Appointment of 7 Dec 2026');
});

it('TRN-02: the list past 18 is CAMHS’s, and says where no reason is recorded', async () => {
  const body = (await get('/past-18', await signedIn('ben.clinician'))).body;
  expect(body).toContain('open to CAMHS past 18, the longest for');
  expect(body).toContain('No reason recorded');
  expect((await get('/past-18', await signedIn('cora.adult'))).statusCode).toBe(403);
});

it('TRN-44: a case without consent opens to no adult clinician, and the council’s caseworker has no hand-over list', async () => {
  const { body } = await onward.get<{ items: { id: string }[] }>('/api/v1/transitions?limit=100', {
    as: 'ben.clinician',
  });
  const cora = await signedIn('cora.adult');
  const answers = await Promise.all(
    body.items.map(async ({ id }) => (await get(`/adult/hand-overs/${id}`, cora)).statusCode),
  );
  expect(new Set(answers)).toEqual(new Set([200, 403]));
  expect((await get('/adult/hand-overs', await signedIn('asha.caseworker'))).statusCode).toBe(403);
});

it('the page of tasks says when there is none, and refuses a filter that makes no sense', async () => {
  const cora = await signedIn('cora.adult');
  const page = await get('/tasks', cora);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('No open task that you may see');
  expect((await get('/tasks?whose=everybody', cora)).statusCode).toBe(400);
});

it('home and navigation lead there, each for whoever may', async () => {
  const cora = (await get('/', await signedIn('cora.adult'))).body;
  for (const href of ['/adult/hand-overs', '/adult/first-months', '/tasks']) expect(cora).toContain(`href="${href}"`);
  expect(cora).not.toContain('href="/past-18"');
  expect((await get('/', await signedIn('ben.clinician'))).body).toContain('href="/past-18"');
});

it('home of a clinician shows what is late or due within two weeks, and nothing that is months away before it', async () => {
  const { body } = await get('/', await signedIn('ben.clinician'));
  expect(body).toContain('Late, or due within two weeks');
  const ahead = [...body.matchAll(/Due in (\d+) (day|month|year)/g)].map(([, count, unit]) =>
    unit === 'day' ? Number(count) : 999,
  );
  expect(ahead.filter((days) => days > 14)).toEqual([]);
  expect(body).toMatch(/overdue|late/);
});
