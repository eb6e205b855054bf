// Post, redirect, get before a statutory notice: what was typed is in no address, is not lost, and going back sends nothing again.
import { startOnward, type TestOnward } from './kit/onward.js';
import { cookiesIn, jarOf, secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let planId: string;
let asha: Cookies;
let url: string;

beforeAll(async () => {
  // The session outlives the hour for which a draft is kept.
  onward = await startOnward(undefined, undefined, { sessions: { idleMinutes: 120, hours: 12 } });
  asha = await signedIn('asha.caseworker');
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  const personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  planId = (await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId, on: '2025-06-20' })).body.id;
  url = `/ehc/plans/${planId}/record/move-out/plan`;
});
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);
const typed = (to: string): [string, string][] => [
  ['on-day', '31'],
  ['on-month', '5'],
  ['on-year', '2026'],
  ['toAuthority', to],
];
const fill = async (to = 'Inland County Council') => {
  const form = await get(url, asha);
  const answer = await send(url, [...secretsIn(form.body), ...typed(to)], asha);
  return { answer, address: String(answer.headers.location), cookies: { ...asha, ...jarOf(answer.headers) } };
};
const said = 'Nothing waits here to be recorded';

it('the check page has an address of its own, without a word of what was typed, and reloads as it was', async () => {
  const { answer, address, cookies } = await fill();
  expect([answer.statusCode, address.startsWith(`${url}?check=`)]).toEqual([303, true]);
  expect(address).not.toMatch(/Inland|2026/);
  const cookie = cookiesIn(answer.headers).find((each) => each.startsWith('onward-draft=')) ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toContain(`Path=${url}`);
  expect(cookie).not.toContain('Inland County Council');
  for (const page of [await get(address, cookies), await get(address, cookies)])
    expect([page.statusCode, page.body.includes('Inland County Council'), page.body.includes('31 May 2026')]).toEqual([
      200,
      true,
      true,
    ]);
});

it('EHC-63: what a rule refuses is refused before anybody is asked to check it, with what was typed, and once it is right it is recorded by the same form', async () => {
  const cease = `/ehc/plans/${planId}/record/cease/plan`;
  const form = await get(cease, asha);
  const answers = (ground: string): [string, string][] => [...typed('').slice(0, 3), ['ground', ground]];
  const refused = await send(cease, [...secretsIn(form.body), ...answers('')], asha);
  expect([refused.statusCode, refused.body.includes('EHC-62'), refused.body.includes('Before you record it')]).toEqual([
    422,
    true,
    false,
  ]);
  expect(refused.body).toMatch(/name="on-year"[^>]*value="2026"/);
  const passed = await send(cease, [...secretsIn(refused.body), ...answers('deceased')], asha);
  expect([passed.statusCode, String(passed.headers.location).includes('check=')]).toEqual([303, true]);
  const { body } = await onward.get<{ status: string }>(`/api/v1/ehc-plans/${planId}`);
  expect(body.status).toBe('maintained');
});

it('what is to be changed is in the form again, by an address too', async () => {
  const { address, cookies } = await fill();
  const check = await get(address, cookies);
  const back = await send(
    url,
    [...secretsIn(check.body), ...typed('Inland County Council'), ['_step', 'change']],
    cookies,
  );
  expect([back.statusCode, String(back.headers.location).startsWith(`${url}?change=`)]).toEqual([303, true]);
  const form = await get(String(back.headers.location), { ...cookies, ...jarOf(back.headers) });
  expect(form.body).toMatch(/name="toAuthority"[^>]*value="Inland County Council"/);
  expect(secretsIn(form.body).slice(1)).toEqual(secretsIn(check.body).slice(1));
});

it('nobody else opens it, no other form, no other command, and none after an hour', async () => {
  const { address, cookies } = await fill();
  const ella = { ...cookies, ...(await signedIn('ella.manager')) };
  const other = address.replace('move-out', 'move-known');
  const elsewhere = [
    [address, ella],
    [other, cookies],
    [`${url}?check=another`, cookies],
    [address, asha],
    [address, { ...cookies, 'onward-draft': 'x'.repeat(80) }],
  ] as const;
  for (const [at, jar] of elsewhere) {
    const page = await get(at, jar);
    expect([page.statusCode, page.body.includes(said), page.body.includes('Inland County Council')]).toEqual([
      200,
      true,
      false,
    ]);
  }
  const before = onward.clock.now();
  onward.clock.set(new Date(Date.parse(before) + 3_600_001).toISOString());
  expect((await get(address, cookies)).body).toContain(said);
  onward.clock.set(before);
  expect((await get(address, cookies)).body).toContain('Inland County Council');
});

it('what is too long for a cookie is checked on the answer itself, and nothing is lost', async () => {
  const { eventId } = (await onward.get<{ planMade: { eventId: string } }>(`/api/v1/ehc-plans/${planId}`)).body
    .planMade;
  const correct = `/ehc/plans/${planId}/record/correct/${eventId}`;
  const form = await get(correct, asha);
  // Letters in no order, so that they cannot be packed.
  const reason = Array.from({ length: 4000 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((at * at * 7919 + at * 2654435761) % 9000)),
  ).join('');
  const answers = [...typed('x')].map(([name, value]) => [name.replace('on-', 'to-'), value] as [string, string]);
  const all: [string, string][] = [...secretsIn(form.body), ...answers, ['field', 'on'], ['reason', reason]];
  const page = await send(correct, all, asha);
  expect([page.statusCode, page.body.includes('Before you record it')]).toEqual([200, true]);
  expect(page.body).toContain(`action="${correct}"`);
});

it('recorded once, the way back shows no answers and asks for none', async () => {
  const { address, cookies } = await fill();
  const check = await get(address, cookies);
  const done = await send(
    url,
    [...secretsIn(check.body), ...typed('Inland County Council'), ['_step', 'confirmed']],
    cookies,
  );
  expect([done.statusCode, done.headers.location]).toEqual([303, `/ehc/plans/${planId}`]);
  const gone = cookiesIn(done.headers).find((each) => each.startsWith('onward-draft=')) ?? '';
  expect(gone).toMatch(/^onward-draft=;/);
  expect(gone).toContain(`Path=${url}`);
  expect((await get(address, asha)).body).toContain(said);
  const again = await send(
    url,
    [...secretsIn(check.body), ...typed('Inland County Council'), ['_step', 'confirmed']],
    cookies,
  );
  expect([again.statusCode, jarOf(again.headers)['onward-wrote']]).toEqual([303, jarOf(done.headers)['onward-wrote']]);
});
