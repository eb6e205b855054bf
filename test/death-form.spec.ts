// The form that records a death on the young person's own record, and the one that takes it back, without a browser (REC-11).
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let asha: Cookies;
let personId: string;
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  onward.opened.foundations.readSide.onWaiting(() => void onward.opened.projecting.catchUp());
  asha = await signedIn('asha.caseworker');
});
beforeEach(async () => {
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2012-05-15', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  await onward.post('/api/v1/ehc-plans', { personId, on: '2025-05-12' });
});
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);

const onDay = (day: string) => ({ 'on-day': day, 'on-month': '11', 'on-year': '2026' });

/** Fills the form in, looks at what is about to be said, and says it. */
async function record(url: string, answers: Readonly<Record<string, string>>) {
  const form = await get(url, asha);
  const first = await send(url, [...secretsIn(form.body), ...Object.entries(answers)], asha);
  if (first.statusCode !== 303) return { first, check: undefined };
  const check = await get(String(first.headers.location), { ...asha, ...jarOf(first.headers) });
  const confirmed = [...secretsIn(check.body), ...Object.entries(answers), ['_step', 'confirmed']] as [
    string,
    string,
  ][];
  const done = await send(url, confirmed, asha);
  await onward.opened.projecting.catchUp();
  return { first, check, done };
}
const due = async () =>
  (await onward.get<{ items: object[] }>(`/api/v1/worklist?personId=${personId}`)).body.items.length;

it('the person’s page leads to it; it is checked before it is said, and then nothing is due and every page says so', async () => {
  const url = `/people/${personId}/death`;
  expect((await get(`/people/${personId}`, asha)).body).toContain(`href="${url}"`);
  expect(await due()).toBeGreaterThan(0);
  const { check, done } = await record(url, { ...onDay('20'), source: 'family' });
  expect(check?.body).toContain('Check that it is the right young person');
  expect(done?.statusCode).toBe(303);
  const { body } = await get(`/people/${personId}`, asha);
  expect(body).toContain('Died on 20 Nov 2026');
  expect(body).not.toContain(`href="${url}"`);
  expect(await due()).toBe(0);
});

it.each([
  ['24', 303],
  ['25', 303],
  ['26', 400],
])('REC-24: a death on the %sth, on the 25th of November: %s', async (day, status) => {
  const { first } = await record(`/people/${personId}/death`, { ...onDay(day), source: 'family' });
  expect(first.statusCode).toBe(status);
});

it('without a day, or without who told of it, nothing is recorded and each is asked for', async () => {
  const { first } = await record(`/people/${personId}/death`, {});
  expect(first.statusCode).toBe(400);
  expect(first.body).toContain('Say who told of it');
  expect(await due()).toBeGreaterThan(0);
});

it('REC-11: it is taken back from the person’s page, with a reason, and everything is due again', async () => {
  await record(`/people/${personId}/death`, { ...onDay('20'), source: 'family' });
  const back = `/people/${personId}/departures/death/withdraw`;
  expect((await get(`/people/${personId}`, asha)).body).toContain(`href="${back}"`);
  expect((await record(back, { reason: 'It was a namesake' })).done?.statusCode).toBe(303);
  expect((await get(`/people/${personId}`, asha)).body).not.toContain('Died on');
  expect(await due()).toBeGreaterThan(0);
});

it('REC-11: of somebody who died the plan offers what ends it and what puts it right, and nothing happens in it any more', async () => {
  const plans = (await onward.get<{ items: { id: string }[] }>(`/api/v1/ehc-plans?personId=${personId}`)).body.items;
  const [plan] = plans;
  const page = `/ehc/plans/${plan?.id}`;
  const links = async () => [
    ...new Set(
      [...(await get(page, asha)).body.matchAll(/\/plans\/[^/"]+\/(?:reviews\/[^"/]+\/)?record\/([^"/?]+)/g)].map(
        ([, step]) => step,
      ),
    ),
  ];
  expect((await links()).length).toBeGreaterThan(5);
  await record(`/people/${personId}/death`, { ...onDay('20'), source: 'family' });
  expect(await links()).toEqual(['cease']);
  const set = 'outcome-set';
  const preparingForAdulthood = { employment: set, independentLiving: set, community: set, health: set };
  const meeting = { attended: ['family'], outcomesConsidered: true, preparingForAdulthood };
  const held = (on: string) => onward.post(`/api/v1/ehc-plans/${plan?.id}/reviews/meeting`, { on, ...meeting });
  expect((await held('2026-11-21')).body).toMatchObject({ rule: 'REC-11' });
  expect((await held('2026-11-20')).status).toBe(200);
  expect((await onward.post(`/api/v1/ehc-plans/${plan?.id}/cease`, { ground: 'deceased' })).status).toBe(200);
});

it('REC-11: no first appointment is booked for somebody who died', async () => {
  const opening = { personId, on: '2026-01-12', referredOn: '2026-01-12', team: 'estuary-camhs', variant: 'A' };
  const as = 'ben.clinician';
  const { id } = (await onward.post<{ id: string }>('/api/v1/transitions', opening, { as })).body;
  await record(`/people/${personId}/death`, { ...onDay('20'), source: 'family' });
  const booking = { on: '2026-11-21', bookedFor: '2026-12-01' };
  const booked = await onward.post(`/api/v1/transitions/${id}/first-appointments`, booking, { as });
  expect(booked).toMatchObject({ status: 422, body: { rule: 'REC-11' } });
  const actions = await onward.get<{ items: { name: string; notOfToday?: string }[] }>(
    `/api/v1/cases/${id}/available-actions`,
    { as },
  );
  const ofToday = actions.body.items.filter(({ notOfToday }) => notOfToday === undefined).map(({ name }) => name);
  expect(ofToday).toContain('CloseCamhs');
  expect(ofToday).not.toContain('BookFirstAppointment');
});

it('whoever may not record a death has no form for it', async () => {
  for (const who of ['cora.adult', 'farid.auditor'])
    expect([who, (await get(`/people/${personId}/death`, await signedIn(who))).statusCode]).toEqual([who, 403]);
});
