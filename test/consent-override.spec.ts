// TRN-44 as people meet it: a refusal stands, something is shared all the same, whoever holds the case reads of it, and on its day it ends.
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { followUpsOf } from '../src/apps/ops/follow-ups.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let personId: string;
let transitionId: string;
const as = { as: 'ben.clinician' };

const { get, send: post, signedIn } = visitorsOf(() => onward);

beforeAll(async () => {
  onward = await startOnward('2026-06-09T09:00:00.000Z');
  const person = { givenName: 'Ada', familyName: 'Example', birthDate: '2008-05-15' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person, as)).body.id;
  const opening = { personId, referredOn: '2024-03-04', team: 'estuary-camhs', on: '2025-06-02' };
  transitionId = (await onward.post<{ id: string }>('/api/v1/transitions', opening, as)).body.id;
  const refused = { purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health' };
  const answer = { ...refused, decision: 'refused', decidedBy: 'young-person', on: '2026-03-01' };
  expect((await onward.post(`/api/v1/young-people/${personId}/consents`, answer, as)).status).toBe(200);
});
afterAll(() => onward.close());

const on = (day: string, name = 'on') => {
  const [year = '', month = '', of = ''] = day.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

async function fill(url: string, answers: Readonly<Record<string, string>>, who: Cookies) {
  const { body } = await get(url, who);
  const answer = await post(url, [...secretsIn(body), ...Object.entries({ ...answers, _step: 'confirmed' })], who);
  await onward.opened.projecting.catchUp();
  return answer;
}

const override = {
  ...{ purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health', basis: 'safeguarding' },
  ...{ reason: 'Talks of self harm, and is 18 now', authorisedBy: 'ella.manager' },
  ...on('2026-06-09'),
  ...on('2026-06-20', 'until'),
};

const form = (): string => `/people/${personId}/consent-override`;
const refer = (ben: Cookies) =>
  fill(
    `/transitions/${transitionId}/record/referral`,
    { ...on('2026-06-09'), destination: 'AMHS_RECOVERY_WELLBEING' },
    ben,
  );

/** What whoever is of the adult service gets to see of the person on a day. */
async function statusOn(day: string): Promise<number> {
  onward.clock.set(`${day}T09:00:00.000Z`);
  return (await get(`/people/${personId}`, await signedIn('cora.adult'))).statusCode;
}

it('TRN-44: from the refusal over the override to its end', async () => {
  const ben = await signedIn('ben.clinician');
  const told = await refer(ben);
  expect([told.statusCode, told.body.includes('TRN-44')]).toEqual([422, true]);
  expect(await statusOn('2026-06-09')).toBe(403);

  // The way to the form, and what it says before anything is typed.
  for (const from of [`/people/${personId}`, `/transitions/${transitionId}`])
    expect((await get(from, ben)).body).toContain(`href="${form()}`);
  const { body } = await get(form(), ben);
  expect(body).toContain('Refused on 1 Mar 2026: discuss with adult services, Estuary Adult Mental Health.');
  expect(body).toContain('At most 31 days later');
  expect([body.includes('value="ella.manager"'), body.includes('value="ben.clinician"')]).toEqual([true, false]);

  // What stands against it is said above the form, with what was typed kept.
  const weak = await fill(form(), { ...override, basis: 'best-interests' }, ben);
  expect([weak.statusCode, weak.body.includes('Only safeguarding or vital interests')]).toEqual([422, true]);
  const long = await fill(form(), { ...override, ...on('2026-07-11', 'until') }, ben);
  expect([long.statusCode, long.body.includes('more than 31 days')]).toEqual([422, true]);
  const own = await fill(form(), { ...override, authorisedBy: 'ben.clinician' }, ben);
  expect(own.statusCode).toBe(400);
  expect((await fill(form(), override, ben)).statusCode).toBe(303);

  expect((await refer(ben)).statusCode).toBe(303);
  const shown = 'Shared without consent, on the ground of safeguarding, authorised by Ella Novak';
  expect((await get(`/people/${personId}`, ben)).body).toContain(shown);

  // The holder has it on their desk, and reads it.
  await followUpsOf(onward.opened, onward.app.get(Dispatcher)).overrides.look();
  await onward.opened.projecting.catchUp();
  const tasks = (await get('/tasks', ben)).body;
  expect(tasks).toContain(
    'Discuss with adult services: Estuary Adult Mental Health, from 9 Jun 2026 up to and without 20 Jun 2026. ' +
      'Ground: safeguarding. Authorised by Ella Novak.',
  );
  const [, task = ''] = /href="(\/tasks\/transition\/[^"]+\/done)"[^>]*>I have read it/.exec(tasks) ?? [];
  const why = await onward.get<{ items: { key: string; caseId: string; subjectId: string }[] }>(
    `/api/v1/worklist?personId=${personId}&key=override-to-read`,
    as,
  );
  const [row] = why.body.items;
  const explained = await onward.get(
    `/api/v1/deadlines/transition/${row?.caseId}?key=${row?.key}&subjectId=${row?.subjectId}`,
    as,
  );
  expect(explained.body).toMatchObject({ rule: 'TRN-44', event: { type: 'ConsentOverridden' } });
  expect((await fill(task, { note: 'Agreed.' }, ben)).statusCode).toBe(303);
  expect((await get('/tasks', ben)).body).not.toContain('I have read it');

  // The day before its end, the day of its end.
  expect(await statusOn('2026-06-09')).toBe(200);
  expect(await statusOn('2026-06-19')).toBe(200);
  expect(await statusOn('2026-06-20')).toBe(403);
  expect(await statusOn('2026-06-21')).toBe(403);
});
