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
  const referral = { personId: await person(), pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-01-12' };
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

describe('a death', () => {
  const dayBefore = '2026-04-19';
  const diedOn = '2026-04-20';
  const figures = async (asOf: string, known = 'now') => {
    const { body } = await onward.get<Record<string, number>>(
      `/api/v1/waits/figures?asOf=${asOf}&service=audiology&known=${known}`,
      { as: 'ella.manager' },
    );
    return [body['pathways'], body['withoutClock']];
  };
  const listed = async (path: string, asOf: string, id: string) => {
    const { body } = await onward.get<{ items: { id: string }[] }>(`/api/v1/${path}?asOf=${asOf}&limit=100`, {
      as: 'ben.clinician',
    });
    return body.items.some((item) => item.id === id);
  };
  let personId: string;
  let waitId: string;
  let transitionId: string;
  beforeAll(async () => {
    at('2026-06-01');
    personId = await person();
    waitId = (await post('waits', { personId, pathway: 'CHS', service: 'audiology', receivedOn: '2025-11-10' })).id;
    const opening = { on: '2025-11-03', referredOn: '2025-11-03', team: 'estuary-camhs', variant: 'A', personId };
    transitionId = (await post('transitions', opening)).id;
    const chosen = { on: '2026-03-02', destination: 'AMHS_RECOVERY_WELLBEING' };
    await post(`transitions/${transitionId}/receiving-service`, chosen);
    at('2026-06-08');
    await post(`young-people/${personId}/death`, { on: diedOn, source: 'gp' });
  });
  const both = () => [`wait-${waitId}`, `transition-${transitionId}`];

  test('leaves nobody waiting, due or overdue from its day on, in lists, figures, worklist and replay', async () => {
    for (const stream of both()) {
      await agreesOn(stream, [...days, dayBefore, diedOn]);
      expect((await bothOn(onward, stream, dayBefore)).worklist).not.toEqual([]);
      expect((await bothOn(onward, stream, diedOn)).worklist).toEqual([]);
    }
    for (const [path, id] of [
      ['waits', waitId],
      ['transitions', transitionId],
      ['transitions/hand-overs', transitionId],
    ] as const)
      expect([path, await listed(path, dayBefore, id), await listed(path, diedOn, id)]).toEqual([path, true, false]);
    expect([await figures('2026-06-02'), await figures('2026-06-02', 'then')]).toEqual([
      [0, 0],
      [1, 0],
    ]);
    const reconciled = await onward.get(
      '/api/v1/waits/reconciliation?from=2026-03-31&asOf=2026-05-31&service=audiology',
      {
        as: 'ella.manager',
      },
    );
    expect(reconciled.body).toMatchObject({ opening: 1, removals: { died: 1 }, closing: 0, addsUp: true });
  });

  test('was not known the day before it was recorded', async () => {
    for (const stream of both()) {
      const before = await replayOf(onward, stream, 'asOf=2026-05-31&knownOn=2026-06-07');
      expect([before.person.diedOn, openTasks(before).length > 0]).toEqual([null, true]);
      const since = await replayOf(onward, stream, 'asOf=2026-05-31&knownOn=2026-06-08');
      expect([since.person.diedOn, openTasks(since)]).toEqual([diedOn, []]);
    }
  });

  test('WAIT-43: leaves the cases to be ended by a person, on the day of the death and with that reason', async () => {
    const open = async () =>
      (await onward.get<{ items: { caseId: string }[] }>('/api/v1/departed', { as: 'ben.clinician' })).body.items
        .map(({ caseId }) => caseId)
        .filter((id) => id === waitId || id === transitionId);
    expect((await open()).sort()).toEqual([waitId, transitionId].sort());
    const wrongDay = await onward.post(
      `/api/v1/waits/${waitId}/removals`,
      { on: '2026-06-01', reason: 'died' },
      { as: 'ben.clinician' },
    );
    expect(wrongDay).toMatchObject({ status: 422, body: { rule: 'WAIT-43' } });
    await post(`waits/${waitId}/removals`, { reason: 'died' });
    const { body } = await onward.get(`/api/v1/waits/${waitId}`, { as: 'ben.clinician' });
    expect(body).toMatchObject({ removedOn: diedOn, removalReason: 'died' });
    await post(`transitions/${transitionId}/closure`, { on: '2026-06-08', destination: 'DIED' });
    expect(await open()).toEqual([]);
  });

  test('WAIT-43: is not the reason of a removal when none is on record', async () => {
    const other = await post('waits', { personId: await person(), pathway: 'CHS', service: 'physiotherapy' });
    const refused = await onward.post(
      `/api/v1/waits/${other.id}/removals`,
      { reason: 'died' },
      { as: 'ben.clinician' },
    );
    expect(refused.body).toMatchObject({ rule: 'WAIT-43', detail: 'No death is on record for this young person.' });
  });

  test('that was a namesake’s gives the place on the list back, on every day', async () => {
    const personOf = await person();
    const { id } = await post('waits', {
      personId: personOf,
      pathway: 'CHS',
      service: 'dietetics',
      receivedOn: '2025-11-10',
    });
    const stream = `wait-${id}`;
    await post(`young-people/${personOf}/death`, { on: '2026-04-01', source: 'another-service' });
    await post(`young-people/${personOf}/departure-corrections`, {
      departure: 'death',
      to: '2026-05-04',
      reason: 'certificate',
    });
    expect([await listed('waits', '2026-05-03', id), await listed('waits', '2026-05-04', id)]).toEqual([true, false]);
    await agreesOn(stream, [...days, '2026-05-03', '2026-05-04']);
    at('2026-06-09');
    await post(`young-people/${personOf}/departure-withdrawals`, { departure: 'death', reason: 'a namesake' });
    await agreesOn(stream, [...days, '2026-05-03', '2026-05-04']);
    expect(await listed('waits', '2026-05-31', id)).toBe(true);
    expect((await bothOn(onward, stream, '2026-05-31')).worklist).not.toEqual([]);
  });
});

test('WAIT-43: who moved away stays on the list with the day of the move, until a person decides', async () => {
  at('2026-06-10');
  const personId = await person();
  const { id } = await post('waits', { personId, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-01-12' });
  await post(`young-people/${personId}/moved-away`, { on: '2026-05-18', source: 'school' });
  const { body } = await onward.get<{ items: { id: string; personMovedOn?: string }[] }>('/api/v1/waits?limit=100', {
    as: 'ben.clinician',
  });
  expect(body.items.find((item) => item.id === id)?.personMovedOn).toBe('2026-05-18');
  const departed = await onward.get<{ items: unknown[] }>('/api/v1/departed', { as: 'ben.clinician' });
  expect(departed.body.items).toContainEqual({
    personId,
    why: 'moved-away',
    since: '2026-05-18',
    pathway: 'waiting',
    caseId: id,
  });
  expect(await replayOf(onward, `wait-${id}`, 'asOf=2026-06-01')).toMatchObject({ person: { movedOn: '2026-05-18' } });
});
