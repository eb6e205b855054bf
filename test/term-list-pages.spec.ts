// The pages of term lists without a browser: the list of settings, one list, its file, and the form that says it was sent (EHC-11).
import { parse } from 'csv-parse/sync';
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { keepTask } from '../src/engine/tasks/commands/keep-task.js';
import { civilDate } from '../src/kernel/calendar/index.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { jarOf, secretsIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
const list = '/ehc/term-lists/2026-autumn/998003';
beforeAll(async () => {
  onward = await startOnward('2026-08-10T09:00:00.000Z');
  const person = { givenName: '=Ada', familyName: '<b>Example', birthDate: '2016-03-04' };
  const { body } = await onward.post<{ id: string }>('/api/v1/young-people', person);
  const plan = await onward.post<{ id: string }>('/api/v1/ehc-plans', { personId: body.id, on: '2025-11-20' });
  const placement = { on: '2025-11-20', kind: 'mainstream', urn: '998003', from: '2025-11-20' };
  await onward.post(`/api/v1/ehc-plans/${plan.body.id}/placements`, placement);
});
afterAll(() => onward.close());

const { get, send, signedIn } = visitorsOf(() => onward);

it('EHC-11: says of each school when its list is due and why, and lets no clinician in', async () => {
  const { statusCode, body } = await get('/ehc/term-lists', await signedIn('asha.caseworker'));
  expect(statusCode).toBe(200);
  expect(body).toContain('Two weeks before the term starts there on 4 Sep 2026 is 21 Aug 2026');
  expect((await get(list, await signedIn('asha.caseworker'))).body).toContain('=Ada &lt;b&gt;Example');
  expect((await get('/ehc/term-lists', await signedIn('ben.clinician'))).statusCode).toBe(403);
  expect((await get('/ehc/term-lists?term=2099-autumn', await signedIn('asha.caseworker'))).statusCode).toBe(404);
});

it('EHC-11: the file holds the same names, and no formula', async () => {
  const { headers, body } = await get(`${list}/list.csv`, await signedIn('asha.caseworker'));
  expect(headers['content-disposition']).toContain('onward-term-list-2026-autumn-998003.csv');
  const [, row] = parse(body, { bom: true });
  expect(row?.slice(0, 4)).toEqual(["'=Ada <b>Example", 'first annual review', '2026-10-22', '2026-11-19']);
});

it('EHC-11: a list that is late stands in the worklist of all pathways and leads to its page', async () => {
  await onward.post('/api/v1/term-lists/2026-autumn/expected', { on: '2026-08-10' });
  const { body } = await get('/worklist?key=termList', await signedIn('ella.manager'));
  expect(body).toContain(`href="${list}"`);
  expect(body).not.toContain('href="/people/"');
});

it('EHC-11: what was sent is checked, recorded once, and seen; an auditor is not offered the form', async () => {
  const asha = await signedIn('asha.caseworker');
  const farid = await signedIn('farid.auditor');
  expect((await get(list, farid)).body).not.toContain('Record that it was sent');
  expect((await get(`${list}/sent`, farid)).statusCode).toBe(403);
  const form = await get(`${list}/sent`, asha);
  const secrets = secretsIn(form.body);
  const none = await send(`${list}/sent`, secrets, asha);
  expect([none.statusCode, none.body.includes('Tick to whom it was sent')]).toEqual([400, true]);
  const answers: [string, string][] = [
    ...secrets,
    ['on-day', '9'],
    ['on-month', '8'],
    ['on-year', '2026'],
    ['recipients', 'head'],
    ['recipients', 'icb'],
    ['recipients', 'social-care'],
    ['channel', 'email'],
  ];
  const sent = await send(`${list}/sent`, answers, asha);
  expect(sent.statusCode).toBe(303);
  const check = await get(String(sent.headers.location), { ...asha, ...jarOf(sent.headers) });
  expect(check.body).toContain('Check: Record that the term list was sent');
  const confirm = () => send(`${list}/sent`, [...answers, ['_step', 'confirmed']], asha);
  const [once, twice] = [await confirm(), await confirm()];
  expect([once.statusCode, twice.statusCode]).toEqual([303, 303]);
  await onward.opened.projecting.catchUp();
  const { body } = await get(list, { ...asha, ...jarOf(once.headers) });
  expect(body).toContain('Done in time');
  expect(body.match(/Sent 9 Aug 2026 to/g)).toHaveLength(1);
  expect(body).toContain('how: Email; 1 plan on it');
});

it('EHC-11: the task to send the lists of a term is about no one person; its form opens, and closes it', async () => {
  const taskId = '0f0f0f0f-0000-4000-8000-000000000001';
  const on = civilDate('2026-08-07');
  const actor = { id: 'timers', role: 'system', organisation: 'seaborough-council' };
  const context = { actor, commandId: taskId, correlationId: taskId };
  const deadline = { rule: 'EHC-11', title: 'Send the term lists of Autumn term 2026', scope: 'term-lists' };
  const what = {
    ...{ type: 'Open', on, caseId: '882:2026-autumn', kind: 'term-lists-due', days: 14 },
    ...{ cause: { on, eventId: 'term-calendar:882:2026-autumn' } },
    deadline: { ...deadline, key: '2026-autumn', dueOn: civilDate('2026-08-21') },
  } as never;
  await onward.app.get(Dispatcher).send(keepTask.of({}, { pathway: 'ehc', taskId, what }, context));
  await onward.opened.projecting.catchUp();
  const asha = await signedIn('asha.caseworker');
  const tasks = await get('/tasks', asha);
  expect(tasks.body).toContain(`/tasks/ehc/${taskId}/done`);
  const form = await get(`/tasks/ehc/${taskId}/done`, asha);
  expect(form.statusCode).toBe(200);
  const answer = await send(`/tasks/ehc/${taskId}/done`, secretsIn(form.body), asha);
  expect(answer.statusCode).toBe(303);
  await onward.opened.projecting.catchUp();
  expect((await get('/tasks', asha)).body).not.toContain(`/tasks/ehc/${taskId}/done`);
});
