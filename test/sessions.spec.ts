// Sessions as somebody at a browser meets them, and everything else that ends with a person's access.
import { join } from 'node:path';
import { hashToken } from '../src/engine/access/actors.js';
import { ActorsFile } from '../src/engine/access/actors-file.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { cookiesIn, hiddenIn, jarOf, secretsIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
beforeEach(async () => void (onward = await startOnward()));
afterEach(() => onward.close());

const { get, send, signIn } = visitorsOf(() => onward);
const home = async (cookies: Readonly<Record<string, string>>) => (await get('/', cookies)).statusCode;
/** The command line beside the running service. */
const actors = () => new ActorsFile(join(onward.settings.data, 'actors.json'));
const kim = { id: 'kim.real', name: 'Kim Real', role: 'send-caseworker', organisation: '882' };
const api = (token: string) =>
  onward.app.inject({ url: '/api/v1/worklist', headers: { authorization: `Bearer ${token}` } });

it('a cookie kept from before signing out opens nothing, and the page says why', async () => {
  const { cookies, csrf } = await signIn('demo-asha.caseworker');
  expect(await home(cookies)).toBe(200);
  await send('/sign-out', { _csrf: csrf }, cookies);
  const after = await get('/', cookies);
  expect([after.statusCode, after.headers.location]).toEqual([303, '/sign-in?to=%2F']);
  expect((await get('/sign-in', cookies)).body).toContain('Your session has ended');
  expect((await get('/sign-in')).body).not.toContain('Your session has ended');
});

it('signing in again at the same browser ends the session that was there', async () => {
  const first = await signIn('demo-asha.caseworker');
  const token = { _csrf: first.csrf, token: 'demo-ella.manager', to: '/' };
  const second = await send('/sign-in', token, first.cookies);
  expect(await home(first.cookies)).toBe(303);
  expect(await home({ ...first.cookies, ...jarOf(second.headers) })).toBe(200);
});

it('nothing else that the browser keeps revives it: neither a draft nor what was written', async () => {
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2008-05-15' };
  const { id } = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body;
  const { cookies, csrf } = await signIn('demo-gita.records');
  const url = `/records/${id}/forget`;
  const form = await get(url, cookies);
  const answers = [...secretsIn(form.body), ['ground', 'court-order'], ['decision', 'RM-2026-0001']] as [
    string,
    string,
  ][];
  const check = await send(url, answers, cookies);
  const all = { ...cookies, ...jarOf(check.headers) };
  expect(Object.keys(all)).toEqual(expect.arrayContaining(['onward-session', 'onward-draft']));
  await send('/sign-out', { _csrf: csrf }, cookies);
  const shown = await get(String(check.headers.location), all);
  expect([shown.statusCode, shown.body]).toEqual([303, '']);
  const confirmed = await send(url, [...answers, ['_step', 'confirmed']], all);
  expect([confirmed.statusCode, String(confirmed.headers.location).startsWith('/sign-in')]).toEqual([303, true]);
});

it('a token that was replaced stops at once, for the API and for the sessions begun with it', async () => {
  actors().add({ ...kim, tokenHash: hashToken('old') });
  const { cookies } = await signIn('old');
  expect([(await api('old')).statusCode, await home(cookies)]).toEqual([200, 200]);
  actors().replaceToken(kim.id, hashToken('new'));
  expect([(await api('old')).statusCode, await home(cookies), (await api('new')).statusCode]).toEqual([401, 303, 200]);
});

it('a leaver’s token, sessions and calendar end at once; what they recorded keeps their name', async () => {
  actors().add({ ...kim, tokenHash: hashToken('token') });
  const { cookies } = await signIn('token');
  const page = await get('/your-calendar', cookies);
  const made = await send('/your-calendar', secretsIn(page.body), cookies);
  const feed = /https?:\/\/[^/]+(\/calendar\/[\w/.-]+)/.exec(made.body)?.[1] ?? '';
  expect((await get(feed)).statusCode).toBe(200);
  actors().remove(kim.id, '2026-06-01T09:00:00.000Z');
  expect([(await api('token')).statusCode, await home(cookies), (await get(feed)).statusCode]).toEqual([401, 303, 404]);
  expect(onward.opened.foundations.actors.nameOf(kim.id)).toBe('Kim Real');
});

it('a form that was open when the session ended is not recorded, and the cookie carries nothing of the token', async () => {
  const { answer, cookies, csrf } = await signIn('demo-asha.caseworker');
  expect(cookiesIn(answer.headers).join()).not.toContain(hashToken('demo-asha.caseworker'));
  onward.opened.foundations.sessions.endAllOf('asha.caseworker');
  const sent = await send('/your-calendar', { _csrf: csrf }, cookies);
  expect([sent.statusCode, hiddenIn(sent.body, '_command')]).toEqual([303, '']);
  expect((await onward.get<{ open: boolean }>('/api/v1/calendar-feed')).body.open).toBe(false);
});
