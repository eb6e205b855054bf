// An event that is stored already and cannot be worked out: its case is set aside and named, every other case of the area goes on.
import { ehcEvents } from '../src/cases/ehc-plan/domain/events.js';
import { encode } from '../src/store/codec.js';
import { followUpsOf } from '../src/apps/ops/follow-ups.js';
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import type { CivilDate } from '../src/kernel/calendar/index.js';
import { newId } from '../src/kernel/ids.js';
import { rebuild } from '../src/engine/processing/rebuild.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

interface Recorded {
  readonly id: string;
}
interface Health {
  readonly setAside: { readonly count: number; readonly cases: readonly { stream: string; reason: string }[] };
  readonly projections: readonly { readonly projection: string; readonly behind: number; readonly paused?: object }[];
}

let onward: TestOnward;
let personId: string;
let poisoned: string;
let other: string;
const { get, signedIn } = visitorsOf(() => onward);

async function registerWithPlan(familyName: string) {
  const person = { givenName: 'Ada', familyName, birthDate: '2012-03-04' };
  const id = (await onward.post<Recorded>('/api/v1/young-people', person)).body.id;
  const plan = await onward.post<Recorded>('/api/v1/ehc-plans', { personId: id, on: '2024-12-02' });
  return { id, plan: plan.body.id };
}

/** As an earlier version let anybody do: past every check of today. */
async function given_aYearGroupOfTheYearOne(planId: string, subject: string): Promise<void> {
  const { journal } = onward.opened.foundations;
  const fact = ehcEvents.yearGroupRecorded.fact('2020-01-01' as CivilDate, { yearGroup: 5 });
  const commandId = newId();
  const { id: _, ...event } = {
    ...encode(journal.catalogue, {
      id: newId(),
      fact,
      subject,
      key: await journal.keys.keyFor(subject),
      recordedAt: '2026-06-01T08:00:00.000Z',
      context: {
        actor: { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'seaborough-council' },
        commandId,
        correlationId: commandId,
      },
    }),
  };
  const metadata = event.metadata.replaceAll('2020-01-01', '0001-01-01');
  await journal.store.append(`ehcPlan-${planId}`, 'any', [{ id: _, ...event, metadata }]);
  await onward.opened.projecting.catchUp();
}

beforeAll(async () => {
  onward = await startOnward();
  const first = await registerWithPlan('Stillman');
  ({ id: personId, plan: poisoned } = first);
  ({ plan: other } = await registerWithPlan('Goeson'));
  await given_aYearGroupOfTheYearOne(poisoned, personId);
});
afterAll(() => onward.close());

const dueOf = async (planId: string) =>
  (await onward.get<{ items: readonly object[] }>(`/api/v1/worklist?caseId=${planId}`)).body.items.length;

it('every other case goes on: what is recorded next shows in the lists', async () => {
  const recorded = await onward.post(`/api/v1/ehc-plans/${other}/reviews/planned-meeting`, {
    on: '2026-05-20',
    meetingOn: '2026-06-20',
  });
  expect(recorded.status).toBe(200);
  const late = await registerWithPlan('Latecomer');
  expect([await dueOf(other), await dueOf(late.plan)].every((rows) => rows > 0)).toBe(true);
});

it('nobody is forgotten: the case keeps the rows that it had', async () => {
  expect(await dueOf(poisoned)).toBeGreaterThan(0);
});

it('health names it, and no list is paused or behind', async () => {
  const { status, body } = await onward.get<Health>('/health/ready');
  expect(status).toBe(200);
  expect(body.setAside).toMatchObject({ count: 1, cases: [{ stream: `ehcPlan-${poisoned}` }] });
  expect(body.projections.filter(({ behind, paused }) => behind > 0 || paused !== undefined)).toEqual([]);
});

it('the pages say so, to those who hold such cases and to nobody else, and name whose it is', async () => {
  const asha = await signedIn('asha.caseworker');
  expect((await get('/', asha)).body).toContain('1 case stands still');
  const list = await get('/cases-that-stand-still', asha);
  expect(list.body).toContain('Ada Stillman');
  expect(list.body).toContain('EHC plan');
  expect(list.body).not.toContain('Goeson');
  expect((await get(`/people/${personId}`, asha)).body).toContain('Not up to date');
  const ben = await signedIn('ben.clinician');
  expect((await get('/', ben)).body).not.toContain('stands still');
  expect((await get('/cases-that-stand-still', ben)).body).not.toContain('Stillman');
  expect((await get('/cases-that-stand-still', await signedIn('cora.adult'))).statusCode).toBe(403);
});

it('its own pages open', async () => {
  const asha = await signedIn('asha.caseworker');
  for (const url of [`/people/${personId}`, `/ehc/plans/${poisoned}`, `/ehc/plans/${poisoned}/facts`, '/ehc/worklist'])
    expect([url, (await get(url, asha)).statusCode]).toEqual([url, 200]);
});

it('no process manager is paused', async () => {
  const { managers } = followUpsOf(onward.opened, onward.app.get(Dispatcher));
  await managers.introduce('the start');
  await managers.catchUp();
  expect(managers.places().filter(({ pausedAt }) => pausedAt !== null)).toEqual([]);
});

it('a rebuild sets it aside again and builds the rest', async () => {
  const { files, stores, foundations, projecting } = onward.opened;
  const { projections } = await import('../src/apps/cases.js');
  await rebuild(files, { ...stores, clock: foundations.clock, projections }, newId());
  await projecting.catchUp();
  expect((await onward.get<Health>('/health/ready')).body.setAside.count).toBe(1);
  expect([await dueOf(poisoned), await dueOf(other)].every((rows) => rows > 0)).toBe(true);
});

it('the fact withdrawn, the case comes back by itself', async () => {
  const facts = await onward.get<{ items: readonly { eventId: string; on: string }[] }>(
    `/api/v1/ehc-plans/${poisoned}/facts`,
  );
  const wrong = facts.body.items.find(({ on }) => on === '0001-01-01');
  const { body } = await onward.get<{ revision: number }>(`/api/v1/ehc-plans/${poisoned}/revision`);
  const url = `/api/v1/ehc-plans/${poisoned}/withdrawals`;
  const change = {
    on: '2026-06-01',
    eventId: wrong?.eventId,
    reason: 'Nobody was taught in the year 1.',
  };
  const answer = await onward.post(url, change, { headers: { 'if-match': `"${body.revision}"` } });
  expect([answer.status, answer.body['detail']]).toEqual([200, undefined]);
  expect((await onward.get<Health>('/health/ready')).body.setAside).toEqual({ count: 0, cases: [] });
  expect((await get('/', await signedIn('asha.caseworker'))).body).not.toContain('stands still');
});

it('as of a day on which an impossible entry held, a plan says that it cannot be worked out, and what to do; today it can', async () => {
  const { id, plan } = await registerWithPlan('Between');
  await given_aYearGroupOfTheYearOne(plan, id);
  const later = await onward.post(`/api/v1/ehc-plans/${plan}/year-group`, { on: '2026-05-20', yearGroup: 9 });
  expect(later.status).toBe(200);
  await onward.opened.projecting.catchUp();
  const asked = async (asOf: string) => (await onward.get(`/api/v1/ehc-plans/${plan}?asOf=${asOf}`)).status;
  expect([await asked('2026-05-19'), await asked('2026-05-20'), await asked('2026-05-21')]).toEqual([422, 200, 200]);
  const page = await get(`/ehc/plans/${plan}?asOf=2026-05-19`, await signedIn('asha.caseworker'));
  expect([page.statusCode, page.body.includes('withdraw or correct the entry that is wrong')]).toEqual([422, true]);
  expect(page.body).not.toContain('This is our mistake');
});
