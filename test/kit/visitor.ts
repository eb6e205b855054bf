// Somebody at a browser without a browser: pages asked for, forms sent, cookies kept.
import type { TestOnward } from './onward.js';

export type Cookies = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string | string[] | number | undefined>>;
/** Names and values; a name may come more than once. */
type Answers = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export const cookiesIn = (headers: Headers): string[] => [headers['set-cookie'] ?? []].flat().map(String);

export const jarOf = (headers: Headers): Cookies =>
  Object.fromEntries(cookiesIn(headers).map((cookie) => (cookie.split(';')[0] ?? '').split('=') as [string, string]));

export const hiddenIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';

/** What a form brings along unseen: against forgery, against writing twice, and which version was looked at. */
export const secretsIn = (body: string): [string, string][] =>
  ['_csrf', '_command', '_revision'].map((name) => [name, hiddenIn(body, name)]);

/** `onward` is started before a test runs, and so asked for at each call. */
export function visitorsOf(onward: () => TestOnward) {
  const get = (url: string, cookies: Cookies = {}, headers: Readonly<Record<string, string>> = {}) =>
    onward().app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers }, cookies: { ...cookies } });
  const send = (url: string, answers: Answers, cookies: Cookies = {}, headers: Readonly<Record<string, string>> = {}) =>
    onward().app.inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(
        (Array.isArray(answers) ? answers : Object.entries(answers)) as [string, string][],
      ).toString(),
      cookies: { ...cookies },
    });
  const signIn = async (token: string, headers: Readonly<Record<string, string>> = {}, to = '/') => {
    const page = await get('/sign-in');
    const csrf = hiddenIn(page.body, '_csrf');
    const answer = await send('/sign-in', { _csrf: csrf, token, to }, jarOf(page.headers), headers);
    return { answer, csrf, cookies: { ...jarOf(page.headers), ...jarOf(answer.headers) } };
  };
  const signedIn = async (who: string): Promise<Cookies> => (await signIn(`demo-${who}`)).cookies;
  return { get, send, signIn, signedIn };
}
