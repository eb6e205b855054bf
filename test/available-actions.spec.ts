// What can be done now is the decision run dry: what is available is accepted, what is not says by which rule.
import { isCaseUseCase } from '../src/engine/use-cases/case-use-case.js';
import { whyNot } from '../src/engine/use-cases/dry-run.js';
import { waysOf } from '../src/engine/use-cases/ways.js';
import { civilDate } from '../src/kernel/calendar/index.js';
import { whole } from '../src/apps/cases.js';
import { offersOf } from '../src/apps/use-cases.js';
import { newPlan, on, onward, recorded } from './kit/plan-desk.js';

interface Actions {
  readonly items: readonly { readonly name: string; readonly address: string; readonly notOfToday?: string }[];
  readonly notNow: readonly { readonly name: string; readonly because: string; readonly rule?: string }[];
}
const actionsOf = async (caseId: string, as = 'asha.caseworker') =>
  (await onward.get<Actions>(`/api/v1/cases/${caseId}/available-actions`, { as })).body;
const names = ({ items }: Actions) => items.map(({ name }) => name);

test('EHC-35: a request for an early review can be answered once there is one, and not twice', async () => {
  const planId = await newPlan();
  const before = await actionsOf(planId);
  expect(names(before)).toContain('RequestEarlyReview');
  expect(names(before)).not.toContain('AnswerEarlyReview');
  await recorded(planId, 'early-request', { ...on('2026-05-20'), by: 'family', reason: 'Moved school' });
  const waiting = await actionsOf(planId);
  expect(names(waiting)).toEqual(expect.arrayContaining(['AnswerEarlyReview', 'WithdrawEarlyRequest']));
  const { address } = waiting.items.find(({ name }) => name === 'AnswerEarlyReview') ?? {};
  expect(address).toBe(`/api/v1/ehc-plans/${planId}/early-reviews/{requestId}/answer`);
});

test('what is refused says by which rule', async () => {
  const { notNow } = await actionsOf(await newPlan());
  expect(notNow.find(({ name }) => name === 'DecideCease')).toMatchObject({
    rule: 'EHC-62',
    because: 'Nobody has been told of a proposal to cease and consulted on it.',
  });
});

test('EHC-51: of a plan that was passed on, what happened before can be recorded, and it is said why not of today', async () => {
  const planId = await newPlan();
  const moved = await onward.post(`/api/v1/ehc-plans/${planId}/move-out`, { on: '2026-11-20', toAuthority: '816' });
  expect([moved.status, moved.body]).toMatchObject([200, {}]);
  const { items } = await actionsOf(planId);
  expect(items.find(({ name }) => name === 'RequestEarlyReview')?.notOfToday).toBe(
    'The plan ended here on 20 Nov 2026.',
  );
  const late = { on: '2026-11-20', by: 'family', reason: 'Before they moved' };
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/early-reviews`, late)).status).toBe(200);
  expect((await onward.post(`/api/v1/ehc-plans/${planId}/early-reviews`, { ...late, on: '2026-11-21' })).status).toBe(
    422,
  );
});

test('EHC-25: of an ended plan with several reviews, that the notice of one was served can be recorded of its own days', async () => {
  const planId = await newPlan('2024-11-20');
  const post = async (path: string, body: object) => {
    const answer = await onward.post(`/api/v1/ehc-plans/${planId}/${path}`, body, { as: 'asha.caseworker' });
    expect([path, answer.status, answer.body]).toMatchObject([path, 200, {}]);
  };
  const none = 'considered-none-needed';
  const preparingForAdulthood = { employment: none, independentLiving: none, community: none, health: none };
  const decision = { appealRightsGiven: true, lacksReason: 'Said to the family', reason: 'As discussed' };
  for (const year of [2025, 2026]) {
    const meeting = { on: `${year}-09-15`, attended: ['family', 'setting'], outcomesConsidered: true };
    await post('reviews/meeting', { ...meeting, preparingForAdulthood });
    await post('reviews/decision', { ...decision, on: `${year}-10-01`, outcome: 'maintain' });
  }
  await post('move-out', { on: '2026-11-20', toAuthority: '816' });
  const { items } = await actionsOf(planId);
  for (const name of ['ServeNotice', 'RecordNoticeBounce'])
    expect([name, items.find((one) => one.name === name)?.notOfToday]).toEqual([
      name,
      'The plan ended here on 20 Nov 2026.',
    ]);
  const [first] = (
    await onward.get<{ reviews: { cycleId: string }[] }>(`/api/v1/ehc-plans/${planId}`, { as: 'asha.caseworker' })
  ).body.reviews;
  await post('notices/served', { on: '2025-10-03', channel: 'post', cycleId: first?.cycleId });
});

test('TRN-01b: an item of a hand-over is accepted by whoever has people here; CAMHS may accept it for a service that has none', async () => {
  const as = 'ben.clinician';
  const post = async <T>(path: string, body: object) => {
    const answer = await onward.post<T>(`/api/v1/${path}`, body, { as });
    expect([path, answer.status, answer.body]).toMatchObject([path, 200, {}]);
    return answer.body;
  };
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2009-03-14' };
  const { id: personId } = await post<{ id: string }>('young-people', person);
  for (const recipient of ['estuary-adult-mental-health'])
    await post(`young-people/${personId}/consents`, {
      on: '2026-11-02',
      purpose: 'discuss-with-adult-services',
      recipient,
      decision: 'given',
      decidedBy: 'young-person',
    });
  const opening = { personId, on: '2026-11-02', referredOn: '2026-11-02', team: 'estuary-camhs', variant: 'A' };
  const { id } = await post<{ id: string }>('transitions', opening);
  const ofItem = async () => {
    const { items, notNow } = await actionsOf(id, as);
    return [...items, ...notNow]
      .filter(({ name }) => name === 'AcceptHandOverItem')
      .map((one) => ('because' in one ? one.rule : 'available'));
  };
  const offered = await post<{ events: { id: string }[] }>(`transitions/${id}/hand-over/items`, {
    on: '2026-11-03',
    items: [{ itemId: 'i1', kind: 'medication' }],
  });
  expect(offered.events).toHaveLength(1);
  expect(await ofItem()).toEqual(['TRN-01b']);
  await post(`transitions/${id}/receiving-service`, { on: '2026-11-03', destination: 'AMHS_RECOVERY_WELLBEING' });
  expect(await ofItem()).toEqual(['TRN-01b']);
  const accept = () =>
    onward.post(`/api/v1/transitions/${id}/hand-over/items/i1/accepted`, { on: '2026-11-04' }, { as });
  expect(await accept()).toMatchObject({ status: 403, body: { rule: 'TRN-01b' } });
  await post(`transitions/${id}/receiving-service`, { on: '2026-11-03', destination: 'VOLUNTARY_SECTOR' });
  expect(await ofItem()).toEqual(['available']);
  expect((await accept()).status).toBe(200);
});

test('nothing is recorded by asking: a case is the same after it was asked what can be done', async () => {
  const planId = await newPlan();
  const revision = async () => (await onward.get<{ revision: number }>(`/api/v1/ehc-plans/${planId}/revision`)).body;
  const before = await revision();
  await actionsOf(planId);
  expect(await revision()).toEqual(before);
});

test('SHARE-01: an auditor, who may do nothing, is offered nothing; a stranger to the pathway does not find the case', async () => {
  const planId = await newPlan();
  expect(await actionsOf(planId, 'farid.auditor')).toMatchObject({ items: [], notNow: [] });
  const refused = await onward.get(`/api/v1/cases/${planId}/available-actions`, { as: 'ben.clinician' });
  expect(refused.status).toBe(404);
});

test('no decision stumbles over what nobody has said: each is run dry on a case of which nothing is known', async () => {
  const all = (await offersOf(whole)).flatMap(({ useCases }) => useCases).filter(isCaseUseCase);
  expect(all.length).toBeGreaterThan(100);
  const actor = { id: 'x', role: 'system', organisation: '882' };
  const entries = { recorded: [], standing: [] };
  for (const useCase of all) {
    const now = { state: useCase.initial, entries, today: civilDate('2026-06-01'), actor, beside: {}, may: () => true };
    expect(() => whyNot(useCase, waysOf(useCase, 'c1', now), now)).not.toThrow();
  }
});
