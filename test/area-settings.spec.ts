// How an authority reads a rule is its own data: chosen on a page, in force on every list, provable, printed on reports (AMB-01 to AMB-23).
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf } from './kit/visitor.js';

interface Row {
  readonly caseId: string;
  readonly key: string;
  readonly dueOn: string;
}
interface State {
  readonly deadlines: readonly Row[];
}

let onward: TestOnward;
let planId: string;
let transitionId: string;
beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  const person = { givenName: 'Ada', familyName: 'Example', birthDate: '2008-10-15' };
  const { body } = await onward.post<{ id: string }>('/api/v1/young-people', person);
  const plan = { personId: body.id, on: '2026-03-15', authority: '882' };
  planId = (await onward.post<{ id: string }>('/api/v1/ehc-plans', plan)).body.id;
  const referral = { personId: body.id, referredOn: '2025-09-01', team: 'estuary-camhs' };
  const opened = await onward.post<{ id: string }>('/api/v1/transitions', referral, { as: 'ben.clinician' });
  expect(opened).toMatchObject({ status: 200 });
  transitionId = opened.body.id;
});
afterAll(() => onward.close());

const manager = { as: 'ella.manager' };
const chosen = {
  on: '2026-06-01',
  authority: '882',
  setting: 'AMB-01',
  value: 'ANNIVERSARY',
  from: '2026-01-01',
  basis: 'policy-of-the-authority',
};
const choose = (details: object, asking: object = manager) => onward.post('/api/v1/area-settings', details, asking);

/** Of the rows, of the history, and as the history was known on a day. */
async function reviewDue(knownOn?: string): Promise<string | undefined> {
  const view = knownOn === undefined ? '' : `?knownOn=${knownOn}`;
  const { body } = await onward.get<State>(`/api/v1/cases/ehcPlan-${planId}/state${view}`, { as: 'farid.auditor' });
  return body.deadlines.find(({ key }) => key === 'review')?.dueOn;
}
async function onWorklist(): Promise<string | undefined> {
  const { body } = await onward.get<{ items: Row[] }>('/api/v1/worklist?pathway=ehc', manager);
  return body.items.find(({ caseId, key }) => caseId === planId && key === 'review')?.dueOn;
}

const visitors = visitorsOf(() => onward);

test('TRN-27: the first choice of a store is made on the page', async () => {
  const { cookies } = await visitors.signIn('demo-ella.manager');
  const url = '/settings/TRN-27/choose';
  const { body } = await visitors.get(url, cookies);
  const day = (name: string): [string, string][] => [
    [`${name}-day`, '1'],
    [`${name}-month`, '6'],
    [`${name}-year`, '2026'],
  ];
  const answers: [string, string][] = [
    ['value', '9'],
    ...day('from'),
    ...day('on'),
    ['basis', 'policy-of-the-authority'],
    ['_step', 'confirmed'],
  ];
  const sent = await visitors.send(url, [...secretsIn(body), ...answers], cookies);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringContaining('/settings')]);
  await onward.opened.projecting.catchUp();
  expect((await visitors.get('/settings', cookies)).body).toMatch(/\b9 days/);
});

test('AMB-01: what nobody chose is read by the default', async () => {
  expect([await onWorklist(), await reviewDue()]).toEqual(['2027-03-14', '2027-03-14']);
});

test('only who answers for the authority chooses; what is no setting, no option or no authority here is said', async () => {
  expect(await choose(chosen, { as: 'asha.caseworker' })).toMatchObject({ status: 403 });
  for (const [wrong, said] of [
    [{ setting: 'AMB-99' }, 'setting'],
    [{ value: 'LENIENT' }, 'STRICT, ANNIVERSARY'],
    [{ authority: '999' }, '882'],
    [{ basis: 'because' }, 'basis'],
  ] as const) {
    const answer = await choose({ ...chosen, ...wrong });
    expect([answer.status, JSON.stringify(answer.body).includes(said), wrong]).toEqual([400, true, wrong]);
  }
  expect(await onWorklist()).toBe('2027-03-14');
});

test('AMB-01: once chosen it governs lists and history alike, and what was known before stays provable', async () => {
  onward.clock.set('2026-06-02T09:00:00.000Z');
  const answer = await choose(chosen);
  expect(answer).toMatchObject({ status: 200, body: { events: [{ type: 'AreaSettingChosen' }] } });
  expect([await onWorklist(), await reviewDue()]).toEqual(['2027-03-15', '2027-03-15']);
  expect(await reviewDue('2026-06-01')).toBe('2027-03-14');
  expect((await choose(chosen)).body).toMatchObject({ events: [] });
});

test('a choice from a day after the review began leaves it as it was', async () => {
  await choose({ ...chosen, value: 'STRICT', from: '2026-03-16' });
  expect(await onWorklist()).toBe('2027-03-15');
  await choose({ ...chosen, value: 'STRICT', from: '2026-03-15' });
  expect(await onWorklist()).toBe('2027-03-14');
});

test('AMB-05: how long a case may go without being discussed is the area’s own, from the day on', async () => {
  const agenda = async () => {
    const url = '/api/v1/transitions/interface-agenda?recipient=estuary-adult-mental-health';
    const { body } = await onward.get<{ anonymised: { discussionOverdue: boolean }[] }>(url, { as: 'ben.clinician' });
    return body.anonymised.map(({ discussionOverdue }) => discussionOverdue);
  };
  expect(transitionId).toBeDefined();
  // 17 on 15 Oct 2025, never discussed: three months are long over on 2 Jun 2026, twelve are not.
  expect(await agenda()).toEqual([true]);
  const { authority: _, ...area } = chosen;
  expect(await choose({ ...area, setting: 'AMB-05', value: '12', from: '2020-01-01' })).toMatchObject({ status: 200 });
  expect(await agenda()).toEqual([false]);
});

describe('the pages', () => {
  it('show each default and what was chosen, to everybody, and let the manager choose', async () => {
    const { cookies } = await visitors.signIn('demo-asha.caseworker');
    const { body } = await visitors.get('/settings', cookies);
    expect(body).toContain('twelve months starting with a day end on the day before its anniversary');
    expect(body).toContain('the anniversary itself is still in time');
    expect(body).not.toContain('/settings/AMB-01/choose');
    // What cannot be chosen says so, with what holds and why.
    expect(body).toContain('Not choosable here');
    expect(body).toContain('a meeting alone completes no review (EHC-02)');
    const ella = await visitors.signIn('demo-ella.manager');
    expect((await visitors.get('/settings', ella.cookies)).body).toContain('/settings/AMB-01/choose');
    expect((await visitors.get('/settings/AMB-03/choose', ella.cookies)).body).toContain('two clear weeks');
    expect((await visitors.get('/settings/AMB-03/choose', ella.cookies)).body).toContain('For which authority');
    // No plan is reckoned by it: an authority's choice would govern nothing, and is neither offered nor taken.
    const waits = await visitors.get('/settings/AMB-08/choose', ella.cookies);
    expect([waits.statusCode, waits.body.includes('For which authority')]).toEqual([200, false]);
    expect(await choose({ ...chosen, setting: 'AMB-08', value: 'FROM_366' })).toMatchObject({ status: 400 });
    expect((await visitors.get('/', ella.cookies)).body).toContain('href="/settings"');
  });

  it('print on the area’s reports under which reading their dates were reckoned', async () => {
    const { cookies } = await visitors.signIn('demo-ella.manager');
    const { body } = await visitors.get('/reports/area', cookies);
    expect(body).toContain('Setting AMB-01');
    expect(body).toContain('chosen for 882');
    const file = await visitors.get('/reports/area/steps.csv', cookies);
    expect(file.body.split('\n')[1]).toContain('(the default otherwise)');
  });
});
