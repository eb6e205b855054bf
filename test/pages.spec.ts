// The frame of the pages without a browser: what every answer carries, who gets in, and that the API is reached by no cookie.
import { unavailable } from '../src/store/sqlite-files/errors.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { cookiesIn, hiddenIn, jarOf, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
beforeAll(async () => void (onward = await startOnward()));
afterAll(() => onward.close());

const { send, get: visit, signIn } = visitorsOf(() => onward);
const get = (url: string, headers: Record<string, string> = {}, cookies: Cookies = {}) => visit(url, cookies, headers);
const signedIn = (token = 'demo-asha.caseworker', headers = {}) => signIn(token, headers, '/search');

describe('every page', () => {
  it('carries a policy that lets in nothing from elsewhere and nothing inline without its nonce, and is kept by nobody', async () => {
    const { headers, body } = await get('/sign-in');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    for (const [, attributes = ''] of body.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/nonce="|src="\/assets\//);
    expect(body).toContain(`nonce="${nonce}"`);
    expect(body).not.toMatch(/ on\w+="| style="/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
  });

  it('says in a demo store that it is one', async () =>
    expect((await get('/sign-in')).body).toContain('Every person here is made up'));

  it('names no address outside this machine, in page, style sheet or script', async () => {
    const { body } = await get('/sign-in');
    const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const asset = await get(file);
      expect([file, asset.statusCode, asset.headers['cache-control']]).toEqual([
        file,
        200,
        'public, max-age=31536000, immutable',
      ]);
      const named = asset.body.match(/url\((?!\/|"?data:)[^)]*\)|@import|fetch\(|sourceMappingURL/g);
      expect([file, named]).toEqual([file, null]);
    }
    expect(body).not.toMatch(/(href|src|action)="(https?:)?\/\//);
  });

  it('is compressed for whoever takes it, the style sheet to less than a sixth', async () => {
    const { body } = await get('/sign-in');
    const css = /href="(\/assets\/onward[^"]+css)"/.exec(body)?.[1] ?? '';
    const sizes = await Promise.all(
      ['identity', 'gzip', 'br'].map(
        async (encoding) => (await get(css, { 'accept-encoding': encoding })).rawPayload.length,
      ),
    );
    expect(sizes[1]! * 6).toBeLessThan(sizes[0]!);
    expect(sizes[2]!).toBeLessThan(sizes[1]!);
    expect((await get('/sign-in', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  });
});

describe('signing in', () => {
  it('keeps a secret of the session in a cookie that no script reads, never the token, nothing in the address', async () => {
    const { answer } = await signedIn();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/search']);
    const cookie = cookiesIn(answer.headers).find((each) => each.startsWith('onward-session=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Max-Age=43200/);
    expect(cookie).not.toMatch(/demo-asha|Secure/);
    const form = await get('/sign-in', { 'x-forwarded-proto': 'https' });
    expect(cookiesIn(form.headers).join()).toMatch(/onward-form=[^,]*HttpOnly; Secure; SameSite=Strict/);
    const overTls = await signedIn('demo-asha.caseworker', { 'x-forwarded-proto': 'https' });
    expect(cookiesIn(overTls.answer.headers).join()).toMatch(/onward-session=[^,]*Secure/);
  });

  it('a changed cookie, and one of twelve hours ago, opens nothing', async () => {
    const { cookies } = await signedIn();
    expect((await get('/search', {}, cookies)).statusCode).toBe(200);
    const changed = {
      ...cookies,
      'onward-session': `${cookies['onward-session']?.startsWith('A') ? 'B' : 'A'}${cookies['onward-session']?.slice(1)}`,
    };
    expect((await get('/search', {}, changed)).headers.location).toBe('/sign-in?to=%2Fsearch');
    onward.clock.set('2026-06-01T21:00:01.000Z');
    expect((await get('/search', {}, cookies)).statusCode).toBe(303);
    onward.clock.set('2026-06-01T09:00:00.000Z');
  });

  it('leads back to pages of our own only', async () => {
    const page = await get('/sign-in?to=https%3A%2F%2Felsewhere.example%2F');
    expect(page.body).toContain('name="to" value="/"');
    expect((await get('/sign-in?to=%2F%2Felsewhere.example')).body).toContain('name="to" value="/"');
  });

  it('signing out ends it', async () => {
    const { cookies, csrf } = await signedIn();
    const answer = await send('/sign-out', { _csrf: csrf }, cookies);
    expect(cookiesIn(answer.headers).join()).toMatch(/onward-session=;/);
  });

  it('the cookie opens no route of the API, and a form without its token is refused on every page', async () => {
    const { cookies } = await signedIn();
    for (const address of ['/api/v1/worklist', '/%61pi/v1/worklist', '/ap%69/v1/worklist?limit=1'])
      expect([address, (await get(address, { accept: '*/*' }, cookies)).statusCode]).toEqual([address, 401]);
    const forged = await send('/sign-out', {}, cookies);
    expect([forged.statusCode, forged.body.includes('This form is from an earlier visit')]).toEqual([403, true]);
  });
});

it('a filter that makes no sense is a problem with a way out, not an empty list', async () => {
  const { cookies } = await signedIn();
  for (const wrong of ['?phase=nonsense', '?colour=red', '?yearGroup=x', '?cursor=x']) {
    const answer = await get(`/ehc/worklist${wrong}`, {}, cookies);
    expect([wrong, answer.statusCode]).toEqual([wrong, 400]);
    expect(answer.body).toContain('The same page without filters');
  }
});

it('empty fields of a filter leave the address', async () => {
  const { cookies } = await signedIn();
  const answer = await get('/ehc/worklist?step=decision&phase=&school=', {}, cookies);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ehc/worklist?step=decision']);
});

describe('with one plan, a review late and nothing begun', () => {
  let personId: string;
  let planId: string;

  beforeAll(async () => {
    const person = { givenName: 'Ivy', familyName: '<b>Sample', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
    personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
    const plan = await onward.post<{ id: string }>('/api/v1/ehc-plans', {
      personId,
      on: '2025-03-01',
      authority: '882',
    });
    planId = plan.body.id;
  });

  it('the counts are those of the worklist’s rows, for whoever may see them', async () => {
    const counts = (await onward.get<Record<string, number>>('/api/v1/worklist/counts')).body;
    const rows = (await onward.get<{ items: { status: string }[] }>('/api/v1/worklist?limit=500')).body.items;
    const absent = rows.filter(({ status }) => status === 'absent').length;
    expect(absent).toBeGreaterThan(0);
    expect(counts).toMatchObject({ absent, overdue: 0 });
    expect(counts['soon']! + counts['later']!).toBe(rows.length - absent);
    expect((await onward.get('/api/v1/worklist/counts?workerId=nobody')).body).toMatchObject({ absent: 0, later: 0 });
    expect((await onward.get('/api/v1/worklist/counts', { as: 'ben.clinician' })).body).toMatchObject({ absent: 0 });
    expect((await onward.get('/api/v1/worklist/counts', { as: 'cora.adult' })).status).toBe(403);
  });

  it('a case reference leads to its person, for whoever may see that pathway', async () => {
    expect((await onward.get(`/api/v1/cases/${planId}`)).body).toMatchObject({ personId, pathway: 'ehc' });
    expect((await onward.get(`/api/v1/cases/${planId}`, { as: 'ben.clinician' })).status).toBe(404);
    const { cookies } = await signedIn();
    expect((await get(`/search?q=${planId}`, {}, cookies)).headers.location).toBe(`/people/${personId}`);
  });

  it('nobody leads where there is no transition; a plan says at which revision it stands', async () => {
    expect((await onward.get(`/api/v1/young-people/${personId}/lead`)).body).toEqual({});
    expect((await onward.get(`/api/v1/ehc-plans/${planId}/revision`)).body).toEqual({ revision: 0 });
  });

  it('a name is text wherever it stands, never markup', async () => {
    const { cookies } = await signedIn();
    for (const url of [`/people/${personId}`, `/ehc/plans/${planId}`, '/ehc/worklist', '/search?q=b']) {
      const { statusCode, body } = await get(url, {}, cookies);
      expect([url, statusCode, body.includes('&lt;b&gt;Sample'), body.includes('<b>Sample')]).toEqual([
        url,
        200,
        true,
        false,
      ]);
    }
  });

  it('a form is recorded once, and the same form again finds the first answer; other words under its id are refused', async () => {
    const { cookies } = await signedIn();
    const url = `/ehc/plans/${planId}/reviews/next/record/planned-meeting`;
    const page = await get(url, {}, cookies);
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.body)?.[1] ?? '';
    const on = { 'on-day': '1', 'on-month': '6', 'on-year': '2026' };
    const form = {
      _csrf: hiddenIn(page.body, '_csrf'),
      _command: hidden('_command'),
      _revision: hidden('_revision'),
      ...on,
      'meetingOn-day': '1',
      'meetingOn-month': '7',
      'meetingOn-year': '2026',
    };
    const answers = [await send(url, form, cookies), await send(url, form, cookies)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(jarOf(answers[0]!.headers)['onward-wrote']).toBe(jarOf(answers[1]!.headers)['onward-wrote']);
    await onward.opened.projecting.catchUp();
    expect((await onward.get(`/api/v1/ehc-plans/${planId}/revision`)).body).toEqual({ revision: 1 });
    const other = await send(url, { ...form, 'meetingOn-day': '2' }, cookies);
    expect(other.statusCode).toBe(422);
    // What was typed is still there, under an id of its own.
    expect(other.body).toMatch(/name="meetingOn-day"[^>]*value="2"/);
    expect(other.body).not.toContain(form._command);
    const late = await send(url, { ...form, _command: 'another', 'meetingOn-day': '2' }, cookies);
    expect([late.statusCode, late.body.includes('Somebody else changed this while you were typing')]).toEqual([
      409,
      true,
    ]);
  });

  it('a form whose answer was lost keeps what was typed and its id: sent again, it is recorded once', async () => {
    const { cookies } = await signedIn();
    const url = `/ehc/plans/${planId}/reviews/next/record/planned-meeting`;
    const fieldsOf = (body: string) =>
      Object.fromEntries(
        [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => {
          const value = (of: string) => new RegExp(` ${of}="([^"]*)"`).exec(tag)?.[1] ?? '';
          return [value('name'), value('value')] as const;
        }),
      );
    const empty = fieldsOf((await get(url, {}, cookies)).body);
    const typed = {
      ...{ 'on-day': '1', 'on-month': '6', 'on-year': '2026' },
      ...{ 'meetingOn-day': '3', 'meetingOn-month': '7', 'meetingOn-year': '2026' },
    };
    const { store } = onward.opened.foundations.journal;
    const append = store.append.bind(store);
    const broken = jest.spyOn(store, 'append').mockImplementationOnce(async (...what) => {
      await append(...what);
      throw unavailable('The store did not answer.', 'Send exactly the same again.');
    });
    const lost = await send(url, { ...empty, ...typed }, cookies);
    broken.mockRestore();
    expect([lost.statusCode, lost.body.includes('Send exactly the same again.')]).toEqual([503, true]);
    const shown = fieldsOf(lost.body);
    expect(shown).toMatchObject({ ...typed, _command: empty['_command'] });
    const revision = async () => (await onward.get<{ revision: number }>(`/api/v1/ehc-plans/${planId}/revision`)).body;
    const written = await revision();
    expect((await send(url, shown, cookies)).statusCode).toBe(303);
    expect(await revision()).toEqual(written);
  });
});

describe('home', () => {
  it('leads a role without a worklist to where its work is done', async () => {
    const { body } = await get('/', {}, (await signedIn('demo-gita.records')).cookies);
    expect(body).toContain('Records: until when a person’s are kept');
    expect(body).not.toContain('There is no page for your role yet');
  });
});
