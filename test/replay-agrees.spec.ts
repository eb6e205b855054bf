// Worklist, pages and replay say the same of every day, also of facts that were taken back or corrected since (REC-24).
import { bothOn, openTasks, replayOf } from './kit/agreement.js';
import { startOnward, type TestOnward } from './kit/onward.js';

interface Recorded {
  readonly id: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

let onward: TestOnward;
beforeAll(async () => (onward = await startOnward('2026-06-01T09:00:00.000Z')));
afterAll(() => onward.close());

async function post(url: string, body: object, as = 'ben.clinician'): Promise<Recorded> {
  const answer = await onward.post<Recorded>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body;
}
const person = async (birthDate = '2008-10-15') =>
  (await post('young-people', { givenName: 'Ada', familyName: 'Example', birthDate })).id;
const at = (day: string) => onward.clock.set(`${day}T09:00:00.000Z`);

async function agreesOn(stream: string, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const { worklist, replay } = await bothOn(onward, stream, day);
    expect({ day, tasks: replay }).toEqual({ day, tasks: worklist });
  }
}

const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'];

test('a withdrawn review meeting was never held, on no day, once that is known', async () => {
  at('2026-06-01');
  const plan = await post('ehc-plans', { personId: await person(), on: '2025-05-12' }, 'asha.caseworker');
  const held = { on: '2026-03-02', attended: ['family'], outcomesConsidered: true };
  const set = 'outcome-set';
  const adulthood = { employment: set, independentLiving: set, community: set, health: set };
  const meeting = await onward.post<Recorded>(
    `/api/v1/ehc-plans/${plan.id}/reviews/meeting`,
    { ...held, preparingForAdulthood: adulthood },
    { as: 'asha.caseworker' },
  );
  expect([meeting.status, meeting.body]).toMatchObject([200, {}]);
  const event = meeting.body.events.find(({ type }) => type === 'ReviewMeetingHeld');
  const stream = `ehcPlan-${plan.id}`;
  await agreesOn(stream, days);
  const before = await replayOf(onward, stream, 'asOf=2026-04-30');
  at('2026-06-10');
  const taken = { on: '2026-06-10', eventId: event?.id, reason: 'another child’s meeting' };
  await post(`ehc-plans/${plan.id}/withdrawals`, taken, 'asha.caseworker');
  await agreesOn(stream, days);
  const since = await replayOf(onward, stream, 'asOf=2026-04-30');
  expect(openTasks(since)).not.toEqual(openTasks(before));
  expect(await replayOf(onward, stream, 'asOf=2026-04-30&knownOn=2026-06-09')).toMatchObject({
    state: before.state,
    deadlines: before.deadlines,
  });
});

test('a withdrawn step and a corrected plan of a transition', async () => {
  at('2026-06-01');
  const opening = {
    on: '2025-11-03',
    referredOn: '2025-11-03',
    team: 'estuary-camhs',
    variant: 'A',
    personId: await person(),
  };
  const { id } = await post('transitions', opening);
  const taken = { on: '2026-02-09', steps: [{ stepId: 'TRN-A1.1', outcome: 'done' }] };
  const step = await post(`transitions/${id}/steps`, taken);
  const planned = await post(`transitions/${id}/marks`, {
    on: '2026-02-10',
    mark: 'transferPlanned',
    plannedFor: '2026-10-01',
  });
  const stream = `transition-${id}`;
  await agreesOn(stream, days);
  const before = await replayOf(onward, stream, 'asOf=2026-03-31');
  at('2026-06-10');
  await post(`transitions/${id}/withdrawals`, { correctsEventId: step.events[0]?.id, reason: 'wrong case' });
  await post(`transitions/${id}/date-corrections`, {
    correctsEventId: planned.events[0]?.id,
    field: 'plannedFor',
    from: '2026-10-01',
    to: '2026-09-01',
    reason: 'misread',
  });
  await agreesOn(stream, days);
  expect(openTasks(await replayOf(onward, stream, 'asOf=2026-03-31'))).not.toEqual(openTasks(before));
  expect(await replayOf(onward, stream, 'asOf=2026-03-31&knownOn=2026-06-09')).toMatchObject({
    state: before.state,
    deadlines: before.deadlines,
  });
});

test('a withdrawn first contact, a corrected clock start and a removal that was undone', async () => {
  at('2026-06-01');
  const referral = { personId: await person(), pathway: 'CHS', service: 'physio', receivedOn: '2026-01-12' };
  const { id } = await post('waits', referral);
  const contact = await post(`waits/${id}/first-contact/attendance`, { on: '2026-03-16', mode: 'video' });
  const stream = `wait-${id}`;
  await agreesOn(stream, days);
  const before = await replayOf(onward, stream, 'asOf=2026-03-31');
  at('2026-06-10');
  await post(`waits/${id}/withdrawals`, { correctsEventId: contact.events[0]?.id, reason: 'another child' });
  await post(`waits/${id}/clock-start-corrections`, { to: '2026-01-05', reason: 'the stamp' });
  await agreesOn(stream, days);
  const since = await replayOf(onward, stream, 'asOf=2026-03-31');
  expect(openTasks(since)).not.toEqual(openTasks(before));
  expect(await replayOf(onward, stream, 'asOf=2026-03-31&knownOn=2026-06-09')).toMatchObject({
    state: before.state,
    deadlines: before.deadlines,
  });
  at('2026-06-20');
  await post(`waits/${id}/removals`, { on: '2026-06-15', reason: 'declined' });
  await agreesOn(stream, [...days, '2026-06-16']);
  await post(`waits/${id}/reinstatements`, { reason: 'the family did not decline' });
  await agreesOn(stream, [...days, '2026-06-16']);
  expect(
    (await onward.get<{ firstContactOn?: string }>(`/api/v1/waits/${id}`, { as: 'ben.clinician' })).body,
  ).toMatchObject({
    clockStart: '2026-01-05',
  });
});
