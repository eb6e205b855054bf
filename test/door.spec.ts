// The door of the running service: wrong secrets are counted and told to wait, right ones get in, and who is refused stands in the record of reading.
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

const metricsToken = 'a-token-for-collectors-only';
let onward: TestOnward;
beforeEach(async () => void (onward = await startOnward(undefined, temporaryData(), { metricsToken })));
afterEach(() => onward.close());

const { get, signIn, signedIn } = visitorsOf(() => onward);
const from = (remoteAddress: string, token = 'guess', url = '/api/v1/worklist') =>
  onward.app.inject({ url, remoteAddress, headers: { authorization: `Bearer ${token}` } });
const times = async <T>(count: number, work: () => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let nth = 0; nth < count; nth++) answers.push(await work());
  return answers;
};
const figure = async (why: string): Promise<number> => {
  const { body } = await from('127.0.0.1', metricsToken, '/metrics');
  return Number(new RegExp(`onward_turned_away_total\\{why="${why}"\\} (\\d+)`).exec(body)?.[1] ?? 0);
};

it('the thirty-first wrong token in a minute is told to wait and until when; other sources, right tokens and the next minute are let in', async () => {
  const wrong = await times(31, () => from('192.0.2.1'));
  expect(new Set(wrong.slice(0, 30).map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
  const { statusCode, headers, body } = wrong[30]!;
  expect([statusCode, headers['retry-after'], body.includes('guess')]).toEqual([429, '60', false]);
  expect((await from('192.0.2.2')).statusCode).toBe(401);
  expect((await from('192.0.2.1', 'demo-asha.caseworker')).statusCode).toBe(200);
  onward.clock.set('2026-06-01T09:00:59.000Z');
  expect((await from('192.0.2.1')).headers['retry-after']).toBe('1');
  onward.clock.set('2026-06-01T09:01:00.000Z');
  expect((await from('192.0.2.1')).statusCode).toBe(401);
});

it('wrong tokens from ever new addresses are told to wait too, and all of them are counted', async () => {
  let nth = 0;
  const answers = await times(301, () => from(`198.51.${Math.floor(nth / 250)}.${nth++ % 250}`));
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  expect(await figure('wrong-token')).toBe(301);
});

it('failed sign-ins are counted and told to wait, on the page, with a right one let in', async () => {
  const answers = await times(31, async () => (await signIn('guess')).answer);
  expect([answers[0]?.statusCode, answers[30]?.statusCode, answers[30]?.headers['retry-after']]).toEqual([
    401,
    429,
    '60',
  ]);
  expect(answers[30]?.body).toContain('Too many wrong tokens');
  expect(await figure('failed-sign-in')).toBe(31);
  expect((await get('/', await signedIn('asha.caseworker'))).statusCode).toBe(200);
});

it('the addresses of calendars and the figures are doors like the others', async () => {
  const calendar = '/calendar/0190a5b0-0000-7000-8000-000000000000/guess.ics';
  const feeds = await times(31, () => onward.app.inject({ url: calendar, remoteAddress: '192.0.2.7' }));
  expect([feeds[0]?.statusCode, feeds[30]?.statusCode]).toEqual([404, 429]);
  expect((await times(31, () => from('192.0.2.8', 'guess', '/metrics')))[30]?.statusCode).toBe(429);
  expect([await figure('wrong-calendar-address'), await figure('wrong-metrics-token')]).toEqual([31, 31]);
});

it('REC-20: who asks for a record they may not see stands in the record of reading as refused, with nothing of what was typed', async () => {
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2008-05-15' };
  const { id } = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body;
  const refused = [`/api/v1/young-people/${id}/views`, `/api/v1/young-people/${id}/retention?asOf=2026-06-01`];
  for (const url of refused) expect([url, (await onward.get(url)).status]).toEqual([url, 403]);
  expect((await get(`/records/${id}`, await signedIn('asha.caseworker'))).statusCode).toBe(403);
  expect((await onward.get('/api/v1/departed?cursor=Ivy', { as: 'gita.records' })).status).toBe(403);
  const views = `/api/v1/young-people/${id}/views`;
  const { body } = await onward.get<{ items: { query: string; refused?: true }[] }>(views, { as: 'farid.auditor' });
  const noted = body.items.filter((item) => item.refused).map(({ query }) => query);
  expect(noted).toEqual(['GetRetention', 'GetRetention', 'ListViews']);
  expect(body.items.every(({ refused: one, query }) => one === true || query !== 'GetRetention')).toBe(true);
  expect(await figure('not-permitted')).toBe(4);
  const page = await get(`/people/${id}/views`, await signedIn('farid.auditor'));
  expect(page.body).toContain('<strong>Refused:</strong> asked for, nothing was shown');
});

it('the API’s description is made once, is the same for every asker, and is not sent again to who has it', async () => {
  for (const url of ['/api/openapi.yaml', '/api/openapi.json']) {
    const [first, second] = [await onward.app.inject(url), await onward.app.inject(url)];
    expect([first.statusCode, second.body === first.body, first.body.includes('/api/v1/worklist')]).toEqual([
      200,
      true,
      true,
    ]);
    const { etag } = first.headers;
    const again = await onward.app.inject({ url, headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
});

it('the page of the API’s description brings all that it asks for along, and hands out nothing else of its package', async () => {
  const page = await onward.app.inject('/api/docs');
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const asked = [...page.body.matchAll(/(?:src|href)="([^"]+)"|url: '([^']+)'/g)].map(
    ([, url, more]) => url ?? more ?? '',
  );
  expect(asked).toContain('/api/openapi.json');
  for (const url of [...asked, '/api/docs/', '/api/docs/index.html'])
    expect([url, (await onward.app.inject(url)).statusCode]).toEqual([url, 200]);
  for (const url of ['/api/docs/package.json', '/api/docs/LICENSE', '/api/docs/..%2Fpackage.json'])
    expect([url, (await onward.app.inject(url)).statusCode]).toEqual([url, 404]);
});
