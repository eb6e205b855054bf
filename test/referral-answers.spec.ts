// TRN-33, TRN-B3.3 on their pages: a referral is answered by whoever may, items are offered and offered again, and nobody calls an unanswered one done.
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { followUpsOf, type FollowUps } from '../src/apps/ops/follow-ups.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let followUps: FollowUps;
let handOver: string;
let ben: Cookies;
let cora: Cookies;

const { get, send, signedIn } = visitorsOf(() => onward);
const as = { as: 'ben.clinician' };
const service = 'AMHS_RECOVERY_WELLBEING';

beforeAll(async () => {
  onward = await startOnward('2026-06-09T09:00:00.000Z');
  followUps = followUpsOf(onward.opened, onward.app.get(Dispatcher));
  await followUps.managers.introduce();
  const post = async (url: string, body: object) => {
    const answer = await onward.post<{ id: string }>(url, body, as);
    expect([url, answer.status]).toEqual([url, 200]);
    return answer.body.id;
  };
  const personId = await post('/api/v1/young-people', {
    givenName: 'Ada',
    familyName: 'Example',
    birthDate: '2008-09-15',
  });
  const consent = { purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health' };
  const given = { ...consent, decision: 'given', decidedBy: 'young-person', on: '2026-03-01' };
  await post(`/api/v1/young-people/${personId}/consents`, given);
  const opening = { personId, referredOn: '2024-03-04', team: 'estuary-camhs', on: '2025-06-02' };
  const transitionId = await post('/api/v1/transitions', opening);
  await post(`/api/v1/transitions/${transitionId}/receiving-service`, { destination: service, on: '2026-06-01' });
  await post(`/api/v1/transitions/${transitionId}/referrals`, { destination: service, on: '2026-06-02' });
  handOver = `/adult/hand-overs/${transitionId}`;
  [ben, cora] = [await signedIn('ben.clinician'), await signedIn('cora.adult')];
  await settled();
});
afterAll(() => onward.close());

/** What follows by itself has followed, and the lists show it. */
async function settled(): Promise<void> {
  await onward.opened.projecting.catchUp();
  await followUps.managers.catchUp();
  await onward.opened.projecting.catchUp();
}

const today = { 'on-day': '9', 'on-month': '6', 'on-year': '2026' };
async function fill(path: string, answers: Readonly<Record<string, string>>, who: Cookies): Promise<number> {
  const url = `${handOver}/record/${path}`;
  const { body } = await get(url, who);
  const sent = await send(
    url,
    [...secretsIn(body), ...Object.entries({ ...today, ...answers, _step: 'confirmed' })],
    who,
  );
  await settled();
  return sent.statusCode;
}
const tasksOf = async (who: Cookies): Promise<string> => (await get('/tasks', who)).body;
const pageFor = async (who: Cookies): Promise<string> => (await get(handOver, who)).body;

it('TRN-33: the task of a referral leads to where it is answered, and is done by the answer alone', async () => {
  for (const who of [cora, ben]) {
    const tasks = await tasksOf(who);
    expect(tasks).toContain(`<a href="${handOver}">Record the answer to the referral`);
    expect(tasks).not.toContain('It is done');
  }
  const { items } = (await onward.get<{ items: { id: string; kind: string }[] }>('/api/v1/tasks', { as: 'cora.adult' }))
    .body;
  const task = items.find(({ kind }) => kind === 'referral-answer-adult')?.id ?? '';
  const closed = await onward.post<{ rule?: string }>(
    `/api/v1/tasks/transition/${task}/done`,
    {},
    { as: 'cora.adult' },
  );
  expect([closed.status, closed.body.rule]).toEqual([422, 'TRN-33']);

  // CAMHS does not say yes for a service that has people here (TRN-01b), but may note its no.
  const shown = [await pageFor(ben), await pageFor(cora)].map((body) =>
    ['accept', 'refuse'].map((answer) => body.includes(`record/${answer}-referral/${service}"`)),
  );
  expect(shown).toEqual([
    [false, true],
    [true, true],
  ]);
  const answer = { by: 'Cora Lind', evidence: 'letter of 9 June' };
  expect(await fill(`accept-referral/${service}`, answer, cora)).toBe(303);
  expect(await pageFor(cora)).toContain('accepted the referral');
  for (const who of [cora, ben]) expect(await tasksOf(who)).not.toContain('the answer to the referral');
});

it('TRN-B3.3: CAMHS offers an item on the page, the service queries it, and CAMHS offers the same item again', async () => {
  expect(await pageFor(cora)).not.toContain('Offer an item');
  expect(await pageFor(ben)).toContain(`${handOver}/record/offer/case"`);
  expect(await fill('offer/case', { kind: 'medication' }, ben)).toBe(303);
  const [, itemId = ''] = /record\/query\/([^"]+)"/.exec(await pageFor(cora)) ?? [];
  expect(await tasksOf(cora)).toContain('Record the answer to its items');
  expect(await fill(`query/${itemId}`, { reason: 'the dose' }, cora)).toBe(303);

  expect(await pageFor(ben)).toContain(`${handOver}/record/offer/${itemId}"`);
  expect(await fill(`offer/${itemId}`, { kind: 'medication', note: 'with the dose' }, ben)).toBe(303);
  const again = await pageFor(cora);
  expect(again.match(/record\/accept\//g)).toHaveLength(1);
  expect(again).toContain(`record/accept/${itemId}"`);
});
