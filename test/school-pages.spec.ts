// Schools by name on every page that speaks of one: loaded on the page or by the API, found there, and never a number alone (SHARE-05).
import { readFileSync } from 'node:fs';
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
let personId: string;
let planId: string;
const manager = { as: 'ella.manager' };
const schools = readFileSync('samples/settings.csv', 'utf8');
const links = readFileSync('samples/settings-links.csv', 'utf8');
const term = '/ehc/term-lists/2026-autumn/998003';

const place = (urn: string, from: string, kind = 'mainstream') =>
  onward.post<{ detail?: string; help?: string; rule?: string }>(`/api/v1/ehc-plans/${planId}/placements`, {
    on: '2026-08-10',
    ...{ kind, urn, from },
  });

beforeAll(async () => {
  onward = await startOnward('2026-08-10T09:00:00.000Z');
  const person = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  planId = (await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId, on: '2025-11-20' })).body.id;
  const placement = { on: '2025-11-20', kind: 'mainstream', urn: '998003', from: '2025-11-20' };
  await onward.post(`/api/v1/ehc-plans/${planId}/placements`, placement);
});
afterAll(() => onward.close());

const { get, send, signIn, signedIn } = visitorsOf(() => onward);
const bodyOf = async (url: string) => (await get(url, await signedIn('asha.caseworker'))).body;
const pages = () => [`/ehc/plans/${planId}`, '/ehc/worklist', '/ehc/term-lists', term, `/people/${personId}`];

test('before a list is loaded every page says of the number that it is not in it', async () => {
  for (const page of pages())
    expect([page, (await bodyOf(page)).includes('URN 998003, not in the list of schools')]).toEqual([page, true]);
});

test('only a manager loads; a bad file changes nothing', async () => {
  expect((await get('/load-schools', await signedIn('asha.caseworker'))).statusCode).toBe(403);
  expect(await onward.post('/api/v1/schools', { schools }, { as: 'asha.caseworker' })).toMatchObject({ status: 403 });
  const bad = await onward.post('/api/v1/schools', { schools: `${schools}998001,x` }, manager);
  expect(bad).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('Line 14 has 2 cells') as string },
  });
  expect(await bodyOf('/schools')).toContain('No list of schools is loaded yet');
});

test('once it is loaded on its page the name stands everywhere, and what it was loaded from is reached by links', async () => {
  const { cookies } = await signIn('demo-ella.manager');
  const { body } = await get('/load-schools', cookies);
  const { statusCode, headers } = await send(
    '/load-schools',
    [...secretsIn(body), ['schools', schools], ['links', links]],
    cookies,
  );
  expect(statusCode).toBe(303);
  // Again, by the API: nothing is added, and the lists have followed.
  const again = await onward.post('/api/v1/schools', { schools, links }, manager);
  expect(again).toMatchObject({ status: 200, body: { revision: 0 } });
  const next = await get(String(headers.location), { ...cookies, ...jarOf(headers) });
  expect(next.body).toContain('Pier Head School');
  for (const page of pages()) {
    const shown = await bodyOf(page);
    expect([page, shown.includes('Pier Head School'), shown.includes('URN 998003')]).toEqual([page, true, false]);
  }
  expect(await bodyOf('/')).toContain('href="/schools"');
  expect(await bodyOf('/schools?name=pier')).toContain('href="/schools/998005"');
  const one = await bodyOf('/schools/998005');
  expect(one).toMatch(/31.{1,12}2014/);
  expect(one).toContain('Pier Head School (URN 998003)');
});

test('SHARE-05: a placement after the last day of a school is refused, and what followed it is named', async () => {
  expect(await place('998005', '2026-08-01')).toMatchObject({
    status: 422,
    body: { rule: 'SHARE-05', help: expect.stringContaining('Pier Head School (URN 998003)') as string },
  });
  expect(await place('998009', '2030-09-01')).toMatchObject({
    status: 422,
    body: { help: expect.stringContaining('Northcliff Academy (URN 998011)') as string },
  });
  expect(await place('998009', '2030-08-31')).toMatchObject({ status: 200 });
});
