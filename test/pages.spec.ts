// The frame of the pages without a browser: what every answer carries, who gets in, and that the API is reached by no cookie.
import { startOnward, type TestOnward } from './kit/onward.js';

let onward: TestOnward;
beforeAll(async () => void (onward = await startOnward()));
afterAll(() => onward.close());

type Headers = Readonly<Record<string, string | string[] | number | undefined>>;
const cookiesOf = (headers: Headers): string[] => [headers['set-cookie'] ?? []].flat().map(String);
const jarOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(cookiesOf(headers).map((cookie) => (cookie.split(';')[0] ?? '').split('=') as [string, string]));

const get = (url: string, headers: Record<string, string> = {}, cookies: Record<string, string> = {}) =>
  onward.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers }, cookies });
const send = (url: string, form: Record<string, string>, cookies: Record<string, string> = {}, headers = {}) =>
  onward.app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
    cookies,
  });
const tokenIn = (body: string): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

async function signedIn(token = 'demo-asha.caseworker', headers = {}) {
  const page = await get('/sign-in');
  const form = { _csrf: tokenIn(page.body), token, to: '/search' };
  const answer = await send('/sign-in', form, jarOf(page.headers), headers);
  return { answer, cookies: { ...jarOf(page.headers), ...jarOf(answer.headers) }, csrf: form._csrf };
}

describe('every page', () => {
  it('carries a policy that lets in nothing from elsewhere and nothing inline without its nonce, and is kept by nobody', async () => {
    const { headers, body } = await get('/sign-in');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    for (const [, attributes = ''] of body.matchAll(/<script([^>]*)>/g)) expect(attributes).toMatch(/nonce="|src="\/assets\//);
    expect(body).toContain(`nonce="${nonce}"`);
    expect(body).not.toMatch(/ on\w+="| style="/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
  });

  it('says in a demo store that it is one', async () => expect((await get('/sign-in')).body).toContain('Every person here is made up'));

  it('names no address outside this machine, in page, style sheet or script', async () => {
    const { body } = await get('/sign-in');
    const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const asset = await get(file);
      expect([file, asset.statusCode, asset.headers['cache-control']]).toEqual([file, 200, 'public, max-age=31536000, immutable']);
      const named = asset.body.match(/url\((?!\/|"?data:)[^)]*\)|@import|fetch\(|sourceMappingURL/g);
      expect([file, named]).toEqual([file, null]);
    }
    expect(body).not.toMatch(/(href|src|action)="(https?:)?\/\//);
  });

  it('is compressed for whoever takes it, the style sheet to less than a sixth', async () => {
    const { body } = await get('/sign-in');
    const css = /href="(\/assets\/onward[^"]+css)"/.exec(body)?.[1] ?? '';
    const sizes = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (encoding) => (await get(css, { 'accept-encoding': encoding })).rawPayload.length),
    );
    expect(sizes[1]! * 6).toBeLessThan(sizes[0]!);
    expect(sizes[2]!).toBeLessThan(sizes[1]!);
    expect((await get('/sign-in', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  });
});

describe('signing in', () => {
  it('keeps the token sealed in a cookie that no script reads, never in the address', async () => {
    const { answer } = await signedIn();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/search']);
    const cookie = cookiesOf(answer.headers).find((each) => each.startsWith('onward-session=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Max-Age=43200/);
    expect(cookie).not.toMatch(/demo-asha|Secure/);
    const overTls = await signedIn('demo-asha.caseworker', { 'x-forwarded-proto': 'https' });
    expect(cookiesOf(overTls.answer.headers).join()).toMatch(/onward-session=[^,]*Secure/);
  });

  it('a changed cookie, and one of twelve hours ago, opens nothing', async () => {
    const { cookies } = await signedIn();
    expect((await get('/search', {}, cookies)).statusCode).toBe(200);
    const changed = { ...cookies, 'onward-session': `A${cookies['onward-session']?.slice(1)}` };
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
    expect(cookiesOf(answer.headers).join()).toMatch(/onward-session=;/);
  });

  it('the cookie opens no route of the API, and a form without its token is refused on every page', async () => {
    const { cookies } = await signedIn();
    expect((await get('/api/v1/worklist', {}, cookies)).statusCode).toBe(401);
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
