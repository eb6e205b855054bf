// Ready Steady Go by the API, on the running service: five years of one made-up young person, and what is refused on the way.
import { followUpsOf } from '../src/apps/ops/follow-ups.js';
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

const nurse = { as: 'dev.nurse' };
let onward: TestOnward;
let personId: string;
let id: string;

interface Answer {
  readonly id: string;
  readonly rule?: string;
  readonly events?: readonly { readonly id: string; readonly type: string }[];
}
const send = (url: string, body: object, as = nurse.as) => onward.post<Answer>(`/api/v1/${url}`, body, { as });
async function post(url: string, body: object, as = nurse.as): Promise<Answer> {
  const { status, body: answer } = await send(url, body, as);
  expect({ url, status, answer }).toMatchObject({ status: 200 });
  return answer;
}
const get = async (url: string, as = nurse.as) =>
  (await onward.get<Record<string, unknown>>(`/api/v1/${url}`, { as })).body;

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z', temporaryData());
  await followUpsOf(onward.opened, onward.app.get(Dispatcher)).managers.introduce();
  personId = (await post('young-people', { givenName: 'Wren', familyName: 'Made-Up', birthDate: '2013-05-15' })).id;
  const start = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  id = (await post('readiness', { personId, ...start, on: '2024-06-03' })).id;
});
afterAll(() => onward.close());

test('RSG-01: a second programme of the same clinic is refused; a child of ten is', async () => {
  const start = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  const again = await send('readiness', { personId, ...start });
  expect([again.status, again.body.rule]).toEqual([409, 'RSG-01']);
  const young = (await post('young-people', { givenName: 'Ash', familyName: 'Made-Up', birthDate: '2015-06-02' })).id;
  const early = await send('readiness', { personId: young, ...start });
  expect([early.status, early.body.rule]).toEqual([422, 'RSG-01']);
});

test('RSG-04: of two appointments agreed on one day the list tells the one that the programme tells: the last agreed', async () => {
  const robin = (await post('young-people', { givenName: 'Robin', familyName: 'Made-Up', birthDate: '2013-04-04' })).id;
  const start = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  const two = (await post('readiness', { personId: robin, ...start, on: '2026-05-01' })).id;
  for (const appointmentOn of ['2026-07-01', '2026-08-01', '2026-07-15']) {
    await post(`readiness/${two}/appointments`, { appointmentOn, on: '2026-05-20' });
    const { nextOn } = await get(`readiness/${two}`);
    const { items } = (await get('readiness')) as unknown as { items: { id: string; nextOn?: string }[] };
    expect([nextOn, items.find((line) => line.id === two)?.nextOn]).toEqual([appointmentOn, appointmentOn]);
  }
});

test('RSG-04, RSG-07: two voices side by side; what asks for help is open until it is said what became of it', async () => {
  await post(`readiness/${id}/appointments`, { appointmentOn: '2024-09-02', on: '2024-06-03' });
  const own = [
    { item: 'seen-alone', answer: 'help', comment: 'I go quiet-as-a-mouse' },
    { item: 'taking-medicines', answer: 'yes' },
  ];
  const how = { how: 'paper', on: '2024-09-02' };
  const young = { questionnaire: 'getting-ready', voice: 'young-person', ...how };
  await post(`readiness/${id}/answers`, { ...young, answers: own });
  const parent = [{ item: 'seen-alone', answer: 'yes' }];
  await post(`readiness/${id}/answers`, {
    questionnaire: 'parent-and-carer',
    voice: 'parent',
    ...how,
    answers: parent,
  });
  const view = await get(`readiness/${id}`);
  expect(view['sideBySide']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ item: 'seen-alone', youngPerson: 'help', parent: 'yes', differs: true }),
    ]),
  );
  const [help] = view['helps'] as { helpId: string; what: string; carried: boolean }[];
  expect(help).toMatchObject({
    askedBy: 'young-person',
    owner: 'dev.nurse',
    what: expect.stringContaining('quiet-as-a-mouse') as string,
  });
  await post(`readiness/${id}/stages`, { stage: 'steady', judgedBy: ['young-person', 'clinic'], on: '2026-05-18' });
  expect((await get(`readiness/${id}`))['helps']).toMatchObject([{ carried: true, stage: 'ready' }]);
  await post(`readiness/${id}/helps/${help?.helpId}/addressed`, {
    outcome: 'given',
    how: 'Rang together',
    on: '2026-05-20',
  });
  expect((await get(`readiness/${id}`))['helps']).toMatchObject([{ outcome: 'given', how: 'Rang together' }]);
});

test('RSG-09: the introduction is on the worklist, twelve months before the 18th birthday, and says why', async () => {
  const { items } = (await get(`worklist?pathway=readiness&personId=${personId}`)) as {
    items: { rule: string; dueOn: string }[];
  };
  expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'RSG-09', dueOn: '2030-05-15' })]));
  const why = await get(`deadlines/readiness/${id}?key=introduction&subjectId=${id}`);
  expect(why).toMatchObject({ rule: 'RSG-09', dueOn: '2030-05-15' });
});

test('SHARE: the manager and the auditor see where they are and not what was said; SEND sees nothing of it', async () => {
  for (const as of ['ella.manager', 'farid.auditor']) {
    const view = await get(`readiness/${id}`, as);
    expect(view).toMatchObject({ stage: 'steady', withoutWords: true, sideBySide: [] });
    expect(JSON.stringify(view)).not.toContain('quiet-as-a-mouse');
  }
  expect((await onward.get(`/api/v1/readiness/${id}`, { as: 'asha.caseworker' })).status).toBe(403);
});

test('RSG-07: help without an appointment is a task due after the term of the pack, and no list stands still for it', async () => {
  await post(`readiness/${id}/helps`, { askedBy: 'young-person', what: 'Whom to ring', on: '2026-05-20' });
  await followUpsOf(onward.opened, onward.app.get(Dispatcher)).managers.catchUp();
  await onward.opened.projecting.catchUp();
  const { items } = (await get('tasks?kind=readiness-help')) as { items: { dueOn: string; caseId: string }[] };
  expect(items.filter(({ caseId }) => caseId === id).map(({ dueOn }) => dueOn)).toEqual(['2026-06-17']);
  expect(await get('set-aside', 'ella.manager')).toMatchObject({ items: [] });
});

test('TRN-44: adult services see it with consent or after the transfer, and then what is theirs alone', async () => {
  const cora = { as: 'cora.adult' };
  expect((await onward.get(`/api/v1/readiness/${id}`, cora)).status).toBe(403);
  expect(await get(`young-people/${personId}/readiness`, cora.as)).toEqual({ items: [] });
  await post(`readiness/${id}/transfer`, { organisation: 'estuary-adult-mental-health', on: '2026-05-29' });
  const view = await get(`readiness/${id}`, cora.as);
  expect(view).toMatchObject({ withoutWords: true, sideBySide: [] });
  expect(JSON.stringify(view)).not.toContain('quiet-as-a-mouse');
  // From the day of the move on the young person is theirs: whom they find on their list, they can open.
  const headers = { accept: 'text/html', authorization: 'Bearer demo-cora.adult' };
  for (const url of [`/readiness/${id}`, `/people/${personId}`])
    expect([url, (await onward.app.inject({ method: 'GET', url, headers })).statusCode]).toEqual([url, 200]);
  const hello = await send(
    `readiness/${id}/answers`,
    { questionnaire: 'hello', voice: 'adult', how: 'with-staff', answers: [] },
    cora.as,
  );
  expect([hello.status, hello.body.rule]).toEqual([422, 'RSG-12']);
});

test('TRN-42, TRN-43: an adult lets a parent answer for the clinic that they said it to, and for no other', async () => {
  const adult = (await post('young-people', { givenName: 'Lark', familyName: 'Made-Up', birthDate: '2008-02-03' })).id;
  const start = {
    longTermCondition: true,
    likelyAdultServices: true,
    service: 'community-paediatrics',
    entersAt: 'go',
  };
  const theirs = (await post('readiness', { personId: adult, ...start, on: '2026-03-02' })).id;
  const form = { questionnaire: 'parent-and-carer', validUntil: '2026-06-20' };
  const offer = async (hash: string) =>
    (await send(`readiness/${theirs}/forms`, { ...form, tokenHash: hash.repeat(64) })).status;
  const says = (recipient: string, as: string) =>
    post(
      `young-people/${adult}/consents`,
      { purpose: 'involve-parent-or-carer', recipient, decision: 'given', decidedBy: 'young-person' },
      as,
    );
  expect(await offer('a')).toBe(422);
  await says('estuary-camhs', 'ben.clinician');
  expect(await offer('b')).toBe(422);
  await says('estuary-community-health', 'dev.nurse');
  expect(await offer('c')).toBe(200);
});

test('REC-24: what is known of an earlier day is what had happened by then', async () => {
  const then = (await onward.get<Record<string, unknown>>(`/api/v1/readiness/${id}?asOf=2024-08-01`, nurse)).body;
  expect(then).toMatchObject({ stage: 'ready', submissions: [], helps: [] });
});

test('the auditor replays it, and the person’s history tells of it', async () => {
  const state = await get(`cases/readiness-${id}/state`, 'farid.auditor');
  expect(JSON.stringify(state)).toContain('RSG-09');
  const { items } = (await get(`young-people/${personId}/history`, 'ben.clinician')) as { items: { type: string }[] };
  expect(items.map(({ type }) => type)).toContain('ReadinessQuestionnaireSubmitted');
});

test('SHARE: auditor and manager see in the history that a form was sent, when and by whom, and not what was said', async () => {
  for (const as of ['farid.auditor', 'ella.manager']) {
    const history = (await get(`young-people/${personId}/history?limit=500`, as)) as {
      items: { type: string; personalFields: string; data: object }[];
    };
    const sent = history.items.find(({ type }) => type === 'ReadinessQuestionnaireSubmitted');
    expect(sent).toMatchObject({ personalFields: 'withheld', data: { voice: 'young-person' } });
    expect(JSON.stringify(history)).not.toContain('quiet-as-a-mouse');
    const step = await get(`young-people/${personId}/history/steps/last`, as);
    expect(JSON.stringify(step)).not.toContain('quiet-as-a-mouse');
  }
  const ben = await get(`young-people/${personId}/history?limit=500`, 'ben.clinician');
  expect(JSON.stringify(ben)).toContain('quiet-as-a-mouse');
});

test('REC-05: of whoever was forgotten no task stays that nobody could ever do', async () => {
  const gone = (await post('young-people', { givenName: 'Moss', familyName: 'Made-Up', birthDate: '2012-02-03' })).id;
  const start = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  const theirs = (await post('readiness', { personId: gone, ...start, on: '2026-03-02' })).id;
  await post(`readiness/${theirs}/helps`, { askedBy: 'young-person', what: 'Whom to ring', on: '2026-05-20' });
  await followUpsOf(onward.opened, onward.app.get(Dispatcher)).managers.catchUp();
  await onward.opened.projecting.catchUp();
  const tasks = async () => ((await get(`tasks?caseId=${theirs}`)) as { items: unknown[] }).items.length;
  expect(await tasks()).toBe(1);
  const decided = { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' };
  await post(`young-people/${gone}/forgetting`, decided, 'gita.records');
  expect(await tasks()).toBe(0);
});

test('REC-12: nothing of what was said stands in a list, so nothing has to be taken out of one', () => {
  const rows = onward.opened.foundations.readSide.db.all('SELECT * FROM readiness_programme');
  const states = onward.opened.foundations.readSide.db.all('SELECT * FROM readiness_state');
  expect(JSON.stringify([rows, states])).not.toContain('quiet-as-a-mouse');
});
