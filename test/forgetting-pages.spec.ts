// The pages of a records manager without a browser: who is found, until when they are kept, and nothing personal once they are forgotten.
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let gita: Cookies;
let personId: string;

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  gita = await signedIn('gita.records');
  const person = { givenName: 'Ivy', familyName: 'Gonesample', birthDate: '2008-05-15', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  await onward.post('/api/v1/ehc-plans', { personId, on: '2025-05-12' });
});
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);

const stops = { openCases: 'stop-with-it' };

async function forget(answers: Readonly<Record<string, string>>) {
  const url = `/records/${personId}/forget`;
  const form = await get(url, gita);
  const check = await send(url, [...secretsIn(form.body), ...Object.entries(answers)], gita);
  if (check.statusCode !== 303) return check;
  const shown = await get(String(check.headers.location), { ...gita, ...jarOf(check.headers) });
  expect(shown.body).toContain('This cannot be undone');
  const done = await send(url, [...secretsIn(shown.body), ...Object.entries(answers), ['_step', 'confirmed']], gita);
  await onward.opened.projecting.catchUp();
  return done;
}

it('REC-03: before its time nobody is asked to check it: the rule stands above the form, and nothing is recorded or destroyed', async () => {
  const url = `/records/${personId}/forget`;
  const form = await get(url, gita);
  const answers = { ground: 'retention-ended', decision: 'RM-2026-0001', ...stops };
  const before = (await onward.get(`/api/v1/young-people/${personId}`)).body;
  const refused = await send(url, [...secretsIn(form.body), ...Object.entries(answers)], gita);
  expect([refused.statusCode, refused.body.includes('This record is kept until 15 May 2039')]).toEqual([422, true]);
  expect(refused.body).toContain('RM-2026-0001');
  expect((await onward.get(`/api/v1/young-people/${personId}`)).body).toEqual(before);
});

it('REC-12: as far as the check, and no further: the key is there, and so is the person', async () => {
  const url = `/records/${personId}/forget`;
  const form = await get(url, gita);
  const answers = { ground: 'erasure-granted', decision: 'RM-2026-0001', ...stops };
  const check = await send(url, [...secretsIn(form.body), ...Object.entries(answers)], gita);
  expect(check.statusCode).toBe(303);
  expect(onward.opened.foundations.journal.keys.existing(personId)).not.toBe('destroyed');
  const { body } = await onward.get<{ givenName: string }>(`/api/v1/young-people/${personId}`);
  expect(body.givenName).toBe('Ivy');
});

it('home leads to the records, and nobody else comes to them', async () => {
  expect((await get('/', gita)).body).toContain('href="/records"');
  for (const who of ['asha.caseworker', 'farid.auditor', 'ella.manager']) {
    const cookies = await signedIn(who);
    expect((await get('/', cookies)).body).not.toContain('href="/records"');
    for (const url of ['/records?q=gone', `/records/${personId}`, `/records/${personId}/forget`])
      expect([who, url, (await get(url, cookies)).statusCode]).toEqual([who, url, 403]);
  }
});

it('REC-03, REC-04: a person is found by name, and the page says until when each rule keeps them', async () => {
  expect((await get('/records', gita)).body).not.toContain('Gonesample');
  expect((await get('/records?q=gones', gita)).body).toContain(`href="/records/${personId}"`);
  const { body } = await get(`/records/${personId}`, gita);
  expect(body).toContain('Kept until 15 May 2039 (REC-04)');
  expect((await get('/records/nobody', gita)).statusCode).toBe(404);
});

it('REC-20: from there it is one step to who has looked at the record, and one step back', async () => {
  const views = `/people/${personId}/views`;
  expect((await get(`/records/${personId}`, gita)).body).toContain(`href="${views}"`);
  expect((await get(views, gita)).body).toContain(`href="/records/${personId}"`);
});

it('REC-03: what is still kept is not forgotten by mistake, and words are no number of a decision', async () => {
  const words = await forget({ ...stops, ground: 'erasure-granted', decision: 'Ivy asked for it' });
  expect([words.statusCode, words.body.includes('like RM-2046-0017')]).toEqual([400, true]);
  const early = await forget({ ...stops, ground: 'retention-ended', decision: 'RM-2026-0017' });
  expect([early.statusCode, early.body.includes('This record is kept until 15 May 2039')]).toEqual([422, true]);
});

it('REC-05: the form says whose record it is, what is open, whom it does not reach and what backups hold, with a red button, and asks about open cases', async () => {
  const url = `/records/${personId}/forget`;
  const form = (await get(url, gita)).body;
  for (const said of [
    'Ivy Gonesample, born 15 May 2008',
    'Cases of this person are still open: EHC plan',
    'nhsuk-button--warning',
  ])
    expect([said, form.includes(said)]).toEqual([said, true]);
  const unasked = await forget({ ground: 'erasure-granted', decision: 'RM-2026-0017' });
  expect([unasked.statusCode, unasked.body.includes('Have the open cases ended first')]).toEqual([400, true]);
  const answers = [
    ...secretsIn(form),
    ['ground', 'court-order'],
    ['decision', 'RM-2026-0001'],
    ['openCases', 'stop-with-it'],
  ];
  const check = await send(url, answers as [string, string][], gita);
  const { body } = await get(String(check.headers.location), { ...gita, ...jarOf(check.headers) });
  for (const said of [
    'Ivy Gonesample, born 15 May 2008',
    'followed by nobody any more after this: EHC plan',
    'other controllers keep',
    'backups made before today: they still hold the key',
    'nhsuk-button nhsuk-button--warning',
  ])
    expect([said, body.includes(said)]).toEqual([said, true]);
});

it('REC-12: forgotten after the check, the person is found nowhere and no page of theirs says a name', async () => {
  const done = await forget({ ...stops, ground: 'erasure-granted', decision: 'RM-2026-0017' });
  expect([done.statusCode, done.headers.location]).toEqual([303, `/records/${personId}`]);
  const { body } = await get(`/records/${personId}`, gita);
  expect([body.includes('Forgotten on 1 Jun 2026'), body.includes('Gonesample'), body.includes('2008')]).toEqual([
    true,
    false,
    false,
  ]);
  expect((await get('/records?q=gones', gita)).body).toContain('Nobody fits');
  expect(body).not.toContain('/forget"');
});
