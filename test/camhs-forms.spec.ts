// The CAMHS forms beyond the steps of a meeting, without a browser: referral onward, why past 18, putting right, a death taken back.
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let ben: Cookies;
let personId: string;
let id: string;
const as = { as: 'ben.clinician' };

beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  ben = await signedIn('ben.clinician');
  // 18 on 15 Oct 2026.
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2008-10-15', sendStatus: 'none' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person, as)).body.id;
  const opening = { personId, referredOn: '2025-09-01', on: '2025-09-01', team: 'estuary-north' };
  id = (await onward.post<{ id: string }>('/api/v1/transitions', opening, as)).body.id;
});
afterAll(() => onward.close());

const { get, send: post, signedIn } = visitorsOf(() => onward);

const on = (day: string, name = 'on') => {
  const [year = '', month = '', of = ''] = day.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

async function send(url: string, answers: Readonly<Record<string, string>>) {
  const { body } = await get(url, ben);
  const answer = await post(url, [...secretsIn(body), ...Object.entries(answers)], ben);
  await onward.opened.projecting.catchUp();
  return answer;
}
const record = (step: string, answers: Readonly<Record<string, string>>) =>
  send(`/transitions/${id}/record/${step}`, answers);
const valueOf = (body: string, text: RegExp) =>
  [...body.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].find(([, , words = '']) => text.test(words))?.[1] ?? '';

it('TRN-33: a referral onward waits for an answer, and the case stays with CAMHS', async () => {
  expect((await record('referral', on('2026-11-10'))).statusCode).toBe(400);
  const form = await get(`/transitions/${id}/record/referral`, ben);
  const [, service = ''] = /name="destination" type="radio" value="([^"]+)"/.exec(form.body) ?? [];
  expect((await record('referral', { ...on('2026-11-10'), destination: service, evidence: 'L1' })).statusCode).toBe(
    303,
  );
  const { body } = await get(`/people/${personId}`, ben);
  expect(body).toContain('Onward referral made');
});

it('TRN-02: past 18 without a reason says so, and the reason comes with the day on which it is looked at again', async () => {
  const list = await get('/past-18', ben);
  expect([list.body.includes('No reason recorded'), list.body.includes(`/transitions/${id}/record/past-18`)]).toEqual([
    true,
    true,
  ]);
  const given = { ...on('2026-11-20'), reason: 'awaiting-receiver' };
  const before = await record('past-18', { ...given, ...on('2026-11-20', 'reviewOn') });
  expect([before.statusCode, before.body.includes('TRN-02')]).toEqual([422, true]);
  expect((await record('past-18', { ...given, ...on('2027-01-20', 'reviewOn') })).statusCode).toBe(303);
  expect((await get('/past-18', ben)).body).toContain('Review on 20 Jan 2027');
  const cora = await signedIn('cora.adult');
  expect((await get('/past-18', cora)).body).not.toContain('/record/past-18');
});

it('REC-11: a wrong date is corrected and a wrong fact taken back, each once and with its reason', async () => {
  const form = await get(`/transitions/${id}/record/correct`, ben);
  const wrong = valueOf(form.body, /^20 Jan 2027: review on/);
  const details = { wrong, ...on('2027-02-20', 'to'), reason: 'The letter says February.', _step: 'confirmed' };
  expect((await record('correct', details)).statusCode).toBe(303);
  expect((await get('/past-18', ben)).body).toContain('Review on 20 Feb 2027');
  const facts = await get(`/transitions/${id}/record/withdraw`, ben);
  expect(valueOf(facts.body, /Transition opened/)).toBe('');
  const fact = valueOf(facts.body, /^20 Nov 2026/);
  expect((await record('withdraw', { fact, _step: 'confirmed' })).body).toContain(
    'Enter why it is taken back (REC-11)',
  );
  expect((await record('withdraw', { fact, reason: 'Another case.', _step: 'confirmed' })).statusCode).toBe(303);
  expect((await get('/past-18', ben)).body).toContain('No reason recorded');
});

it('REC-11: a death recorded in error is taken back from the person’s page, and only while it stands', async () => {
  const url = `/people/${personId}/departures/death/withdraw`;
  expect((await get(`/people/${personId}`, ben)).body).not.toContain(url);
  expect((await onward.post(`/api/v1/young-people/${personId}/death`, { on: '2026-11-22' }, as)).status).toBe(200);
  const person = await get(`/people/${personId}`, ben);
  expect([person.body.includes('Died on 22 Nov 2026'), person.body.includes(url)]).toEqual([true, true]);
  expect((await send(url, { reason: 'Another Ivy.', _step: 'confirmed' })).statusCode).toBe(303);
  expect((await get(`/people/${personId}`, ben)).body).not.toContain('Died on');
  expect((await get(`/people/${personId}/departures/holiday/withdraw`, ben)).statusCode).toBe(404);
});
