// The clinic's view of Ready Steady Go: who is due by the ages of the pack, whose help is to be looked at again, and who is whose (RSG-01, RSG-07, RSG-08).
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

let onward: TestOnward;

interface List {
  readonly items: readonly { readonly id: string }[];
  readonly programmes: number;
  readonly counts: readonly { readonly look: string; readonly programmes: number }[];
}

async function post(url: string, body: object, as = 'dev.nurse'): Promise<string> {
  const answer = await onward.post<{ id: string }>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body.id;
}

/** Who joins on a day, and no more is recorded of them. */
async function joined(birthDate: string, on: string, parts: object = {}): Promise<string> {
  const personId = await post('young-people', { givenName: 'Wren', familyName: 'Made-Up', birthDate });
  const clinic = { longTermCondition: true, likelyAdultServices: true, service: 'community-paediatrics' };
  return post('readiness', { personId, ...clinic, on, worker: 'ben.clinician', ...parts });
}

async function listed(query: string, as = 'dev.nurse'): Promise<string[]> {
  await onward.opened.projecting.catchUp();
  const { body } = await onward.get<List>(`/api/v1/readiness?${query}`, { as });
  return body.items.map(({ id }) => id);
}

beforeEach(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z', temporaryData());
});
afterEach(() => onward.close());

test('RSG-01: whoever joins after 11½ is to be introduced from the day on which they join, and not before', async () => {
  const inTime = await joined('2012-04-15', '2023-06-01');
  const late = await joined('2012-04-15', '2024-05-10');
  const on = (asOf: string) => listed(`look=not-introduced&asOf=${asOf}`);
  expect(await on('2023-10-14')).toEqual([]);
  expect(await on('2023-10-15')).toEqual([inTime]);
  expect(await on('2024-05-09')).toEqual([inTime]);
  expect((await on('2024-05-10')).sort()).toEqual([inTime, late].sort());
});

test('RSG-08: whoever joins after 16 is asked about being seen alone from the day on which they join', async () => {
  const late = await joined('2008-06-15', '2025-01-20', { entersAt: 'go' });
  const on = (asOf: string) => listed(`look=seen-alone&asOf=${asOf}`);
  expect(await on('2025-01-19')).toEqual([]);
  expect(await on('2025-01-20')).toEqual([late]);
});

test('RSG-01, RSG-08: of the days before the transfer the list stays as it was', async () => {
  const id = await joined('2008-06-15', '2019-07-01');
  await post(`readiness/${id}/transfer`, { organisation: 'estuary-adult-mental-health', on: '2026-05-15' });
  for (const look of ['not-introduced', 'seen-alone']) {
    expect(await listed(`look=${look}&asOf=2026-05-14`)).toEqual([id]);
    expect(await listed(`look=${look}&asOf=2026-05-15`)).toEqual([]);
  }
  expect(await listed('look=not-introduced&asOf=2019-12-14')).toEqual([]);
});

test('RSG-07: open help of an earlier stage is to be looked at again in each stage, until somebody does', async () => {
  const id = await joined('2010-04-15', '2022-06-01');
  const helpId = await asked(id, '2023-01-10');
  const on = (asOf: string) => listed(`look=recheck&asOf=${asOf}`);
  await post(`readiness/${id}/stages`, { stage: 'steady', judgedBy: ['clinic'], on: '2023-06-01' });
  expect([await on('2023-05-31'), await on('2023-06-01')]).toEqual([[], [id]]);
  await post(`readiness/${id}/helps/${helpId}/rechecks`, { on: '2023-06-20' });
  expect([await on('2023-06-19'), await on('2023-06-20')]).toEqual([[id], []]);
  await post(`readiness/${id}/stages`, { stage: 'go', judgedBy: ['clinic'], on: '2026-04-15' });
  expect([await on('2026-04-14'), await on('2026-04-15')]).toEqual([[], [id]]);
  await post(`readiness/${id}/helps/${helpId}/addressed`, { outcome: 'given', how: 'shown', on: '2026-05-02' });
  expect([await on('2026-05-01'), await on('2026-05-02')]).toEqual([[id], []]);
});

test('RSG-07: a worker asks for her own young people, and for those where help is hers to give', async () => {
  const hers = await joined('2010-04-15', '2022-06-01', { worker: 'dev.nurse' });
  const his = await joined('2010-04-15', '2022-06-01');
  expect(await listed('whose=yours')).toEqual([hers]);
  expect(await listed('whose=yours', 'ben.clinician')).toEqual([his]);
  const helpId = await asked(his, '2026-05-01', 'dev.nurse');
  expect((await listed('whose=yours')).sort()).toEqual([hers, his].sort());
  const { body } = await onward.get<List>('/api/v1/readiness?whose=yours', { as: 'dev.nurse' });
  expect([body.programmes, body.counts.find(({ look }) => look === 'help')?.programmes]).toEqual([2, 1]);
  await post(`readiness/${his}/helps/${helpId}/rechecks`, { on: '2026-05-10', owner: 'ben.clinician' });
  expect(await listed('whose=yours')).toEqual([hers]);
});

/** Help that was asked for at a visit, by whom it is to be given. */
async function asked(id: string, on: string, owner?: string): Promise<string> {
  await post(`readiness/${id}/helps`, { askedBy: 'young-person', what: 'x', on, owner });
  const { body } = await onward.get<{ helps: { helpId: string }[] }>(`/api/v1/readiness/${id}`, { as: 'dev.nurse' });
  return body.helps.at(-1)?.helpId ?? '';
}
