// Term lists through the API: expected, in the worklist until sent, explained, and seen as of any day (EHC-11).
import { startOnward, type TestOnward } from './kit/onward.js';

interface Line {
  readonly id: string;
  readonly institution: string | null;
  readonly dueOn: string;
  readonly status: string;
  readonly expected: boolean;
  readonly reviews: number;
}
interface Row {
  readonly caseId: string;
  readonly subjectId: string;
  readonly personId: string;
  readonly person: string;
  readonly subject: string;
  readonly key: string;
  readonly rule: string;
  readonly dueOn: string;
  readonly status: string;
}

jest.setTimeout(60_000);

let onward: TestOnward;
let planId: string;
beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
  const { body: person } = await onward.post<{ id: string }>('/api/v1/young-people', ada);
  const { body: plan } = await onward.post<{ id: string }>('/api/v1/ehc-plans', {
    personId: person.id,
    on: '2025-11-20',
  });
  planId = plan.id;
  const placement = { on: '2025-11-20', kind: 'mainstream', urn: '998003', from: '2025-11-20' };
  const { status } = await onward.post(`/api/v1/ehc-plans/${planId}/placements`, placement);
  expect(status).toBe(200);
});
afterAll(() => onward.close());

const lists = async (asOf: string) =>
  (await onward.get<{ items: Line[] }>(`/api/v1/term-lists?term=2026-autumn&asOf=${asOf}`)).body.items;
const worklist = async (query = '') =>
  (await onward.get<{ items: Row[] }>(`/api/v1/worklist?key=termList${query}`)).body.items;
const send = (on: string, recipients: string[]) =>
  onward.post<{ id: string; events: { id: string; type: string }[] }>('/api/v1/term-lists/2026-autumn/998003/sent', {
    on,
    recipients,
  });

it('EHC-11: shows what nobody has begun, then stands in the worklist, and is met when all three have it', async () => {
  expect(await lists('2026-06-01')).toMatchObject([
    { institution: '998003', dueOn: '2026-08-21', status: 'due', expected: false, reviews: 1 },
  ]);
  expect((await lists('2026-08-22'))[0]).toMatchObject({ status: 'absent' });
  expect(await worklist()).toEqual([]);

  const expected = await onward.post<{ lists: { id: string }[] }>('/api/v1/term-lists/2026-autumn/expected', {
    on: '2026-06-01',
  });
  expect(expected.status).toBe(200);
  const [row] = await worklist();
  expect(row).toMatchObject({
    caseId: expected.body.lists[0]?.id,
    personId: '',
    person: '',
    subject: 'term list 2026-autumn, 998003',
    rule: 'EHC-11',
    dueOn: '2026-08-21',
    status: 'due',
  });
  const why = await onward.get<{ arithmetic: string[]; event: { type: string } }>(
    `/api/v1/deadlines/ehc/${row!.caseId}?key=termList&subjectId=${row!.subjectId}`,
  );
  expect(why.body.arithmetic).toEqual(['2 weeks before 4 Sep 2026 (term starts) is 21 Aug 2026']);
  expect(why.body.event.type).toBe('TermListExpected');
  const again = await onward.post<{ lists: { events: unknown[] }[] }>('/api/v1/term-lists/2026-autumn/expected', {
    on: '2026-06-01',
  });
  expect(again.body.lists.map(({ events }) => events)).toEqual([[]]);

  onward.clock.set('2026-08-24T09:00:00.000Z');
  expect(await worklist('&status=absent')).toHaveLength(1);
  expect((await send('2026-08-19', ['head'])).status).toBe(200);
  expect(await worklist('&status=overdue')).toHaveLength(1);
  const last = await send('2026-08-24', ['icb', 'social-care']);
  expect(await worklist()).toEqual([]);
  expect((await lists('2026-08-24'))[0]).toMatchObject({
    status: 'met late',
    metOn: '2026-08-24',
    headHasIt: '2026-08-19',
    icbHasIt: '2026-08-24',
  });
  const { id } = last.body;
  const sentEventId = last.body.events[0]!.id;
  const list = await onward.get('/api/v1/term-lists/2026-autumn/998003');
  expect(list.body).toMatchObject({
    items: [{ planId, wasSent: true }],
    sent: [{ planIds: [planId] }, { planIds: [planId] }],
  });
  const state = await onward.get(`/api/v1/cases/termList-${id}/state`, { as: 'farid.auditor' });
  expect(state.body).toMatchObject({ case: 'term list', deadlines: [{ rule: 'EHC-11', status: 'met late' }] });

  const wrong = { on: '2026-08-24', sentEventId, because: 'was-not-sent' };
  expect((await onward.post(`/api/v1/term-lists/${id}/withdrawals`, wrong)).status).toBe(200);
  expect(await worklist('&status=overdue')).toHaveLength(1);
});

it('EHC-11: who is on it now and was not on the list that went out is seen', async () => {
  const { body: person } = await onward.post<{ id: string }>('/api/v1/young-people', {
    givenName: 'Ben',
    familyName: 'Example',
    birthDate: '2015-03-04',
  });
  const { body: plan } = await onward.post<{ id: string }>('/api/v1/ehc-plans', {
    personId: person.id,
    on: '2025-10-20',
  });
  const placement = { on: '2025-10-20', kind: 'mainstream', urn: '998003', from: '2025-10-20' };
  await onward.post(`/api/v1/ehc-plans/${plan.id}/placements`, placement);
  const { body } = await onward.get<{ items: { planId: string; wasSent: boolean }[] }>(
    '/api/v1/term-lists/2026-autumn/998003',
  );
  expect(body.items.map((item) => [item.planId === planId, item.wasSent])).toEqual([
    [false, false],
    [true, true],
  ]);
});

it('EHC-11: no list is sent of which nobody is on, for an institution where nobody is, nor a year before its term', async () => {
  const to = (institution: string, on: string) =>
    onward.post(`/api/v1/term-lists/2026-autumn/${institution}/sent`, { on, recipients: ['head'] });
  expect(await to('998999', '2026-08-19')).toMatchObject({ status: 422, body: { rule: 'EHC-11' } });
  expect(await to('998003', '1900-01-01')).toMatchObject({ status: 400, body: { rule: 'EHC-11' } });
});

it('names what is wrong: an unknown term, an authority without a calendar, a head where there is none', async () => {
  expect((await onward.get('/api/v1/term-lists?term=2099-autumn')).status).toBe(404);
  expect((await onward.get('/api/v1/term-lists?authority=nowhere')).status).toBe(404);
  const none = await onward.post('/api/v1/term-lists/2026-autumn/none/sent', {
    on: '2026-08-20',
    recipients: ['head'],
  });
  expect(none.status).toBe(400);
  const clinician = await onward.get('/api/v1/term-lists?term=2026-autumn', { as: 'ben.clinician' });
  expect(clinician.status).toBe(403);
});
