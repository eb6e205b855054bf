// Follow-ups as people meet them: caused and done through the API, seen as tasks and in the worklist, by those who may.
import { processManagers } from '../src/apps/cases.js';
import { Dispatcher } from '../src/engine/access/dispatcher.js';
import { loadFile } from '../src/apps/loading/load-file.js';
import { followUpsOf, type FollowUps } from '../src/apps/ops/follow-ups.js';
import { unpackSouthend } from './fixtures/unpack.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { secretsIn, visitorsOf } from './kit/visitor.js';

jest.setTimeout(300_000);

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly dueOn: string;
  readonly person: string;
  readonly how: string | null;
  readonly assignee: string | null;
}
interface Items<T> {
  readonly items: readonly T[];
}
interface Recorded {
  readonly id: string;
  readonly events: readonly { readonly id: string }[];
}

let onward: TestOnward;
let followUps: FollowUps;

async function start(now: string): Promise<void> {
  onward = await startOnward(now);
  followUps = followUpsOf(onward.opened, onward.app.get(Dispatcher));
  await followUps.managers.introduce();
}
afterEach(() => onward.close());

async function process(): Promise<void> {
  await followUps.managers.catchUp();
  await onward.opened.projecting.catchUp();
}

/** A young person whose case the adult service has opened, and who missed their first appointment there on 8 June 2026. */
async function missedFirstAppointment() {
  await start('2026-06-09T09:00:00.000Z');
  const ben = { as: 'ben.clinician' };
  const cora = { as: 'cora.adult' };
  const person = { givenName: 'Ada', familyName: 'Example', birthDate: '2008-05-15' };
  const { body: ada } = await onward.post<Recorded>('/api/v1/young-people', person, ben);
  const opening = { personId: ada.id, referredOn: '2024-03-04', team: 'estuary-camhs', on: '2025-06-02' };
  const { body: transition } = await onward.post<Recorded>('/api/v1/transitions', opening, ben);
  const at = `/api/v1/transitions/${transition.id}`;
  const consent = { purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health' };
  const given = { ...consent, decision: 'given', decidedBy: 'young-person', on: '2025-07-01' };
  expect((await onward.post(`/api/v1/young-people/${ada.id}/consents`, given, ben)).status).toBe(200);
  await onward.post(`${at}/first-appointments`, { bookedFor: '2026-06-08', on: '2026-06-01' }, cora);
  const { body } = await onward.get<{ firstAppointments: { appointmentId: string }[] }>(at, ben);
  const appointment = `${at}/first-appointments/${body.firstAppointments[0]?.appointmentId}`;
  const missed = await onward.post<Recorded>(`${appointment}/missed`, { on: '2026-06-08' }, cora);
  expect(missed.status).toBe(200);
  await process();
  return { ben, cora, ada, transition, appointment, missed: missed.body.events[0]?.id };
}

const tasks = async (query: string, as: { as: string }) =>
  (await onward.get<Items<Task>>(`/api/v1/tasks?${query}`, as)).body.items;

/** A young person open to CAMHS who said yes or no to being discussed with the adult service. */
async function asked(decision: 'given' | 'refused') {
  await start('2026-06-09T09:00:00.000Z');
  const ben = { as: 'ben.clinician' };
  const person = { givenName: 'Ada', familyName: 'Example', birthDate: '2008-05-15' };
  const { body: ada } = await onward.post<Recorded>('/api/v1/young-people', person, ben);
  const opening = { personId: ada.id, referredOn: '2024-03-04', team: 'estuary-camhs', on: '2025-06-02' };
  const { body: transition } = await onward.post<Recorded>('/api/v1/transitions', opening, ben);
  const consent = { purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health' };
  const answer = { ...consent, decision, decidedBy: 'young-person', on: '2026-03-01' };
  expect((await onward.post(`/api/v1/young-people/${ada.id}/consents`, answer, ben)).status).toBe(200);
  return { ben, at: `/api/v1/transitions/${transition.id}` };
}

describe('TRN-33: a referral onward', () => {
  const referral = { destination: 'AMHS_RECOVERY_WELLBEING', on: '2026-04-09' };

  it('TRN-44: does not go out, nor does any item of the hand-over, in the face of a refusal on record', async () => {
    const { ben, at } = await asked('refused');
    const items = { items: [{ kind: 'medication' }], on: '2026-04-09' };
    for (const refused of [
      await onward.post(`${at}/referrals`, referral, ben),
      await onward.post(`${at}/hand-over/items`, items, ben),
    ]) {
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ rule: 'TRN-44' });
    }
    const before = await onward.post(`${at}/referrals`, { ...referral, on: '2026-02-28' }, ben);
    expect(before.status).toBe(200);
  });

  it('that nobody has answered for two months stands on both desks, late, and on the register', async () => {
    const { ben, at } = await asked('given');
    expect((await onward.post(`${at}/referrals`, referral, ben)).status).toBe(200);
    await process();
    const late = { dueOn: '2026-04-23', person: 'Ada Example' };
    expect(await tasks('', ben)).toContainEqual(expect.objectContaining({ kind: 'referral-answer-camhs', ...late }));
    expect(await tasks('', { as: 'cora.adult' })).toMatchObject([{ kind: 'referral-answer-adult', ...late }]);
    const register = await onward.get<Items<object>>('/api/v1/transitions', ben);
    const unanswered = [{ service: 'Adult mental health: recovery and wellbeing', since: '2026-04-09', days: 61 }];
    expect(register.body.items).toMatchObject([{ unanswered }]);
  });
});

describe('TRN-27: a missed first adult appointment', () => {
  it('stands on both desks and in the worklist, and each date is explained by the miss', async () => {
    const { ben, cora, ada, missed } = await missedFirstAppointment();
    expect(await tasks('whose=role', ben)).toMatchObject([
      { kind: 'missed-first-appointment-camhs', dueOn: '2026-06-15', person: 'Ada Example' },
    ]);
    expect(await tasks('', cora)).toMatchObject([{ kind: 'missed-first-appointment-adult', dueOn: '2026-06-15' }]);
    type Row = { key: string; caseId: string; subjectId: string; dueOn: string };
    const rows = await onward.get<Items<Row>>(`/api/v1/worklist?personId=${ada.id}`, ben);
    const row = rows.body.items.find(({ key }) => key === 'missed-first-appointment-camhs');
    expect(row).toMatchObject({ rule: 'TRN-27', dueOn: '2026-06-15', status: 'due' });
    const why = `/api/v1/deadlines/transition/${row?.caseId}?key=${row?.key}&subjectId=${row?.subjectId}`;
    expect((await onward.get(why, ben)).body).toMatchObject({
      arithmetic: [expect.stringContaining('7 days of 8 Jun 2026')],
      event: { id: missed, type: 'FirstAdultAppointmentMissed' },
    });
  });

  it('is done by those whose task it is; the contact settles the adult side by itself', async () => {
    const { ben, cora, appointment } = await missedFirstAppointment();
    const [camhs] = await tasks('whose=role', ben);
    const at = `/api/v1/tasks/transition/${camhs?.id}`;
    expect((await onward.post(`${at}/done`, {}, cora)).status).toBe(403);
    expect((await onward.post(`${at}/done`, {}, { as: 'asha.caseworker' })).status).toBe(403);
    expect((await onward.post(`${at}/taken`, {}, ben)).status).toBe(200);
    expect(await tasks('whose=mine', ben)).toMatchObject([{ assignee: 'ben.clinician' }]);
    expect((await onward.post(`${at}/done`, { note: 'Rang, will come on Monday.' }, ben)).status).toBe(200);
    expect((await onward.post(`${at}/done`, {}, ben)).status).toBe(409);
    await onward.post(`${appointment}/contact`, { method: 'call', reached: true, on: '2026-06-09' }, cora);
    await process();
    expect(await tasks('', ben)).toEqual([]);
    const closed = await tasks('status=closed', { as: 'ella.manager' });
    expect(closed.map(({ kind, how }) => `${kind} ${how}`).sort()).toEqual([
      'missed-first-appointment-adult fact',
      'missed-first-appointment-camhs person',
    ]);
  });

  it('is done from the page of tasks, which says why it is there; whoever was slower sees what was recorded meanwhile', async () => {
    const { ben } = await missedFirstAppointment();
    const { get, send, signedIn } = visitorsOf(() => onward);
    const [cookies, elsewhere] = [await signedIn('ben.clinician'), await signedIn('ella.manager')];
    const list = (await get('/tasks', cookies)).body;
    expect(list).toContain('Ada Example');
    expect(list).toContain('under TRN-27, for what happened on 8 Jun 2026');
    const form = /href="(\/tasks\/[^"]+\/done)"/.exec(list)?.[1] ?? '';
    const [slower, quicker] = [await get(form, elsewhere), await get(form, cookies)];
    expect((await send(form, [...secretsIn(quicker.body), ['note', 'Rang them.']], cookies)).statusCode).toBe(303);
    await process();
    expect(await tasks('whose=role', ben)).toEqual([]);
    expect((await get('/tasks', cookies)).body).toContain('No open task that you may see');
    const late = await send(form, [...secretsIn(slower.body), ['note', 'Wrote to them.']], elsewhere);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Wrote to them.');
    expect(late.body).toContain('Recorded meanwhile');
    expect(late.body).toContain('Rang them.');
  });

  it('TRN-44: is shown to the council not at all, and to adult services only of those they may know of', async () => {
    const { ada, cora } = await missedFirstAppointment();
    expect(await tasks(`personId=${ada.id}`, { as: 'asha.caseworker' })).toEqual([]);
    expect((await onward.get('/api/v1/tasks?pathway=transition', { as: 'asha.caseworker' })).status).toBe(403);
    const withdrawn = {
      purpose: 'discuss-with-adult-services',
      recipient: 'estuary-adult-mental-health',
      decision: 'withdrawn',
      decidedBy: 'young-person',
      on: '2026-06-09',
    };
    const { status } = await onward.post(`/api/v1/young-people/${ada.id}/consents`, withdrawn, { as: 'ben.clinician' });
    expect(status).toBe(200);
    expect(await tasks('', cora)).toEqual([]);
  });

  it('health names every process manager and how far behind it is', async () => {
    await missedFirstAppointment();
    const { body } = await onward.get<{ processManagers: { manager: string; behind: number }[] }>('/health/ready');
    expect(body.processManagers.map(({ manager }) => manager)).toEqual(processManagers.map(({ name }) => name).sort());
  });
});

describe('TRN-07, TRN-20: special needs that come to be known', () => {
  const ben = { as: 'ben.clinician' };
  const prompts = async (caseId: string) => {
    const { body } = await onward.get<Items<{ rule: string; dueOn: string }>>(`/api/v1/worklist?caseId=${caseId}`, ben);
    return body.items
      .filter(({ rule }) => rule === 'TRN-07' || rule === 'TRN-20')
      .map(({ rule, dueOn }) => [rule, dueOn]);
  };
  const person = { givenName: 'Bea', familyName: 'Example', birthDate: '2012-05-15', sendStatus: 'none' };
  const opening = { referredOn: '2024-03-04', team: 'estuary-camhs', on: '2026-01-12' };

  it('a plan issued after the case was opened asks for Year 9 and 14, shows on the person, and goes when it was recorded for the wrong child', async () => {
    await start('2026-06-09T09:00:00.000Z');
    const { body: bea } = await onward.post<Recorded>('/api/v1/young-people', person, ben);
    const { body: transition } = await onward.post<Recorded>(
      '/api/v1/transitions',
      { ...opening, personId: bea.id },
      ben,
    );
    expect(await prompts(transition.id)).toEqual([]);
    const { body: plan } = await onward.post<Recorded>('/api/v1/ehc-plans', { personId: bea.id, on: '2026-02-02' });
    await process();
    const asked = [
      ['TRN-07', '2026-05-15'],
      ['TRN-20', '2026-02-02'],
    ];
    expect((await prompts(transition.id)).sort()).toEqual(asked);
    const status = async () => (await onward.get(`/api/v1/young-people/${bea.id}`, ben)).body['sendStatus'];
    expect(await status()).toBe('ehc-plan');
    const wrong = { on: '2026-06-09', eventId: plan.events[0]?.id, reason: 'for another child' };
    expect((await onward.post(`/api/v1/ehc-plans/${plan.id}/withdrawals`, wrong)).status).toBe(200);
    await process();
    expect([await prompts(transition.id), await status()]).toEqual([[], 'none']);
  });

  it('a status recorded later does so too, and so does a plan that was there before anybody followed it up', async () => {
    await start('2026-06-09T09:00:00.000Z');
    const { body: bea } = await onward.post<Recorded>('/api/v1/young-people', person, ben);
    const { body: transition } = await onward.post<Recorded>(
      '/api/v1/transitions',
      { ...opening, personId: bea.id },
      ben,
    );
    const support = { status: 'sen-support', on: '2026-06-01' };
    expect((await onward.post(`/api/v1/young-people/${bea.id}/send-status`, support, ben)).status).toBe(200);
    expect((await prompts(transition.id)).sort()).toEqual([
      ['TRN-07', '2026-06-01'],
      ['TRN-20', '2026-06-01'],
    ]);
    await onward.post('/api/v1/ehc-plans', { personId: bea.id, on: '2025-10-01' });
    await process();
    expect((await prompts(transition.id)).sort()).toEqual([
      ['TRN-07', '2026-05-15'],
      ['TRN-20', '2025-10-01'],
    ]);
  });
});

describe('a load of history', () => {
  it('of 1,992 plans from a year ago opens tasks for the dates that are near, and for nothing else', async () => {
    const { xml, remove } = unpackSouthend();
    await start('2026-01-20T09:00:00.000Z');
    const { counts } = await loadFile(onward.opened, { kind: 'sen2', path: xml, dryRun: false });
    remove();
    expect(counts.loaded).toBe(1992);
    await process();
    await followUps.timers.look();
    await onward.opened.projecting.catchUp();
    const { db } = onward.opened.foundations.readSide;
    const count = (sql: string) => db.get<{ n: number }>(sql)?.n ?? -1;
    const open = count(`SELECT count(*) AS n FROM task`);
    const overdue = count(
      `SELECT count(*) AS n FROM deadline WHERE met_on = '9999-12-31' AND valid_to = '9999-12-31' AND due_on < '2026-01-20'`,
    );
    expect(overdue).toBeGreaterThan(1000);
    expect(count(`SELECT count(*) AS n FROM task WHERE kind = 'reminder' AND due_on < '2026-01-20'`)).toBe(0);
    expect(count(`SELECT count(*) AS n FROM task WHERE kind <> 'reminder' AND deadline_due < '2026-01-06'`)).toBe(0);
    expect(open).toBeLessThan(200);
    const head = await onward.opened.stores.store.head();
    await followUps.timers.look();
    await process();
    expect(await onward.opened.stores.store.head()).toBe(head);
  }, 180_000);
});
