// The two case examples of the Southend scrutiny pack of October 2023, entered through the API and replayed month by month.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asOf,
  enter,
  replay,
  type Entered,
  type Example,
  type Month,
  type Row,
  type Send,
  type Taken,
} from '../examples/steps.mjs';
import { startOnward, type TestOnward } from './kit/onward.js';

const exampleOf = (number: number) =>
  JSON.parse(readFileSync(join(__dirname, `../examples/case-example-${number}.json`), 'utf8')) as Example;

const sending =
  (onward: TestOnward): Send =>
  (method, path, { as, key, after, body }) => {
    const headers = { ...(key && { 'idempotency-key': key }), ...(after && { 'onward-after': after }) };
    return method === 'POST'
      ? onward.post<never>(path, body ?? {}, { as, headers })
      : onward.get<never>(path, { as, headers });
  };

interface Told {
  readonly example: Example;
  readonly entered: Entered;
  readonly months: readonly Month[];
}

let onward: TestOnward;
let send: Send;
let first: Told;
let second: Told;

async function tell(number: number): Promise<Told> {
  const example = exampleOf(number);
  const entered = await enter(example, send);
  return { example, entered, months: await replay(example, entered, send) };
}

beforeAll(async () => {
  onward = await startOnward('2026-11-20T09:00:00.000Z');
  send = sending(onward);
  first = await tell(1);
  second = await tell(2);
}, 60_000);
afterAll(() => onward.close());

const on = (day: string, { example, entered }: Told) => asOf(day, example, entered.ids, send, entered.position);
const monthOf = (day: string, { months }: Told) => months.find((month) => month.on === day);
const refused = ({ entered }: Told): readonly Taken[] =>
  entered.taken.filter(({ outcome }) => outcome.startsWith('refused'));
const ruled = (rule: string, { deadlines }: Month) => deadlines.filter((deadline) => deadline.rule === rule);

interface Event {
  readonly id: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, unknown>>;
}

async function history({ entered }: Told): Promise<readonly Event[]> {
  const { body } = await onward.get<{ items: Event[] }>(
    `/api/v1/young-people/${entered.ids['personId']}/history?limit=500`,
    { as: 'farid.auditor' },
  );
  return body.items;
}

const stateOf = async (view: string, { entered }: Told) =>
  (
    await onward.get<{ events: number; eventsLeftOut: number; lastEvent: unknown; deadlines: unknown[] }>(
      `/api/v1/cases/transition-${entered.ids['transitionId']}/state?${view}`,
      { as: 'farid.auditor' },
    )
  ).body;

interface Why {
  readonly dueOn: string;
  readonly status: string;
  readonly metOn: string | null;
  readonly arithmetic: readonly string[];
  readonly trigger: { readonly fact: string; readonly on: string; readonly event: string };
  readonly event?: Event;
  readonly metByEvent?: Event;
}

const why = async (key: string, day: string, { entered }: Told, subjectId = entered.ids['transitionId']) =>
  (
    await onward.get<Why>(
      `/api/v1/deadlines/transition/${entered.ids['transitionId']}?key=${key}&subjectId=${subjectId}&asOf=${day}`,
      { as: 'ben.clinician' },
    )
  ).body;

describe.each([
  ['example 1', () => first],
  ['example 2', () => second],
])('%s', (_, told) => {
  it('is recorded step by step; only what the no-gap rule forbids is refused (TRN-01)', () => {
    const { example, entered } = told();
    expect(entered.taken.map(({ outcome }) => outcome)).toEqual(
      example.steps.map(({ expect: wanted }) => wanted ?? 'recorded'),
    );
    expect(refused(told()).map(({ rule }) => rule)).toEqual(['TRN-01']);
  });

  it('is the same when it is entered twice: nothing is recorded again', async () => {
    const before = (await history(told())).length;
    const again = await enter(told().example, send);
    expect(new Set(again.taken.map(({ outcome }) => outcome))).toEqual(new Set(['there', 'refused by TRN-01']));
    expect(again.ids).toEqual(told().entered.ids);
    expect(await history(told())).toHaveLength(before);
  });

  it('REC-24: was not known the day before it was entered, whatever day it tells of', async () => {
    const before = await stateOf('knownOn=2026-11-19&asOf=2026-10-31', told());
    expect(before).toMatchObject({ events: 0, lastEvent: null, deadlines: [] });
    expect(before.eventsLeftOut).toBeGreaterThan(20);
    expect(await stateOf('knownOn=2026-11-20', told())).toMatchObject({ eventsLeftOut: 0 });
  });

  it('REC-24: shows at the end of every month nothing that happened later', () => {
    for (const month of told().months) {
      expect((month.lastEvent?.occurredOn ?? '') <= month.on).toBe(true);
      for (const { metOn } of month.deadlines) expect(metOn === null || metOn <= month.on).toBe(true);
    }
  });

  it('has in the worklist of every month what the replay from the events has, with the same dates and status', () => {
    const line = ({ key, subjectId, dueOn, status }: Row) => `${key} of ${subjectId} by ${dueOn}: ${status}`;
    const tasks = new Set(['deadline', 'target', 'window']);
    for (const { on: day, due, missed, deadlines } of told().months) {
      const replayed = deadlines.filter(({ kind, metOn }) => tasks.has(kind) && metOn === null).map(line);
      expect({ day, tasks: [...due, ...missed].map(line).sort() }).toEqual({ day, tasks: replayed.sort() });
    }
  });

  it('TRN-24: has a named worker who is nobody’s gap, neither in the worklist nor in the replay', () => {
    for (const { on: day, due, missed, deadlines } of told().months) {
      expect([...due, ...missed].filter(({ rule }) => rule === 'TRN-24')).toEqual([]);
      const before = deadlines.find(({ key }) => key === 'namedWorkerBefore');
      expect([day, before?.status, before?.metOn]).toEqual([day, 'met', expect.any(String)]);
    }
  });

  it('TRN-02: names the registration as the event behind a date that follows from the birth date', async () => {
    const day = told().example.replay.from;
    const registered = (await history(told())).find(({ type }) => type === 'YoungPersonRegistered');
    const { trigger, event } = await why('openAt18', day, told());
    expect(trigger).toMatchObject({ fact: 'birthDate', on: told().example.born, event: registered?.id });
    expect(event).toMatchObject({ id: registered?.id, type: 'YoungPersonRegistered' });
  });

  it('can ask why of every deadline that held, with an event that exists, and nothing that happened later', async () => {
    const ids = new Set((await history(told())).map(({ id }) => id));
    for (const { on: day, deadlines } of told().months.filter((_, index) => index % 6 === 5)) {
      for (const { key, subjectId, dueOn, metOn, status } of deadlines) {
        const found = await why(key, day, told(), subjectId);
        expect([key, found.dueOn, found.metOn, found.status]).toEqual([key, dueOn, metOn, status]);
        expect([key, ids.has(found.event?.id ?? ''), found.metByEvent !== undefined]).toEqual([
          key,
          true,
          metOn !== null,
        ]);
        expect((found.metByEvent?.occurredOn ?? '') <= day).toBe(true);
      }
    }
  });
});

describe('example 1: to adult mental health at 18', () => {
  it('TRN-01: the closure before the adult opening is refused, and leaves no trace in the case', async () => {
    expect(refused(first)[0]?.detail).toContain('had neither opened the case nor accepted the hand-over by 6 Feb 2026');
    expect((await on('2026-02-06', first)).closed).toBeUndefined();
    expect((await history(first)).filter(({ type }) => type === 'CamhsClosed')).toHaveLength(1);
  });

  it('TRN-A3.1, TRN-25: joint work begins at 17 years and 6 months, with two joint meetings before the transfer', async () => {
    expect((await on('2025-08-11', first)).stage).toBe('A-2');
    const joint = await on('2025-08-12', first);
    expect([joint.age, joint.stage, joint.leads]).toEqual([{ years: 17, months: 6 }, 'A-3', 'camhs']);
    expect(ruled('TRN-A3.1', joint)).toMatchObject([{ metOn: '2025-08-12', status: 'met' }]);
    const meetings = (await history(first)).filter(({ type, data }) => type === 'AdultWorkerMet' && data['together']);
    expect(meetings.map(({ occurredOn }) => occurredOn)).toEqual(['2025-08-12', '2025-10-14']);
    const { body } = await onward.get<{ stages: { steps: { id: string; on?: string; times?: { on: string }[] }[] }[] }>(
      `/api/v1/transitions/${first.entered.ids['transitionId']}?asOf=2026-01-31`,
      { as: 'ben.clinician' },
    );
    const step = body.stages.flatMap(({ steps }) => steps).find(({ id }) => id === 'TRN-A3.1');
    expect([step?.on, step?.times?.map((time) => time.on)]).toEqual(['2025-08-12', ['2025-08-12', '2025-10-14']]);
  });

  it('TRN-09: care co-ordinator and link worker are two roles, both dated', async () => {
    const named = (await history(first)).filter(({ type }) => type === 'AdultWorkerNamed');
    expect(named.map(({ occurredOn, data }) => [data['role'], occurredOn])).toEqual([
      ['care-co-ordinator', '2025-07-15'],
      ['link-worker', '2025-08-12'],
    ]);
  });

  it('TRN-A3.6, TRN-B2.6: the final meeting is before the 18th birthday, with both services there', async () => {
    expect(ruled('TRN-A3.6', await on('2026-02-11', first))).toMatchObject([
      { dueOn: '2026-02-11', metOn: '2026-01-27', status: 'met' },
    ]);
    const meeting = (await history(first)).find(({ data }) => data['fact'] === 'finalMeeting');
    expect(meeting?.data['attendees']).toEqual(['young-person', 'parent-carer', 'camhs', 'adult-service']);
    expect(meeting?.data['late']).toBeUndefined();
  });

  it('TRN-01, TRN-02: on the 18th birthday adult mental health opens, CAMHS closes, and the lead passes', async () => {
    const before = await on('2026-02-11', first);
    expect([before.leads, before.crisisContact, before.closed]).toEqual(['camhs', 'camhs', undefined]);
    const after = await on('2026-02-12', first);
    expect([after.age, after.leads, after.crisisContact]).toEqual([{ years: 18, months: 0 }, 'adult', 'adult']);
    expect(after.closed).toMatchObject({ on: '2026-02-12', destination: 'AMHS_RECOVERY_WELLBEING' });
    expect(after.past18).toBeUndefined();
    expect(after.milestones).toContain('TRANSFER');
  });

  it('TRN-08: the plan promises calls every fortnight, and appointments and reviews every month, for six months', async () => {
    const promised = ruled('TRN-08', await on('2026-02-12', first)).map(({ subject }) => subject.replace(/ \d+$/, ''));
    const count = (subject: string) => promised.filter((one) => one === subject).length;
    expect([
      count('promised call'),
      count('promised care-co-ordinator-appointment'),
      count('promised psychiatrist-review'),
    ]).toEqual([12, 6, 6]);
    expect(promised).toHaveLength(24);
  });

  it('TRN-08: what was promised stands beside what was delivered', () => {
    const may = monthOf('2026-05-31', first);
    expect(may?.contacts.map(({ subject, metOn, status }) => [subject, metOn, status])).toEqual([
      ...'2026-02-24 2026-03-10 2026-03-24 2026-04-08 2026-04-21 2026-05-05 2026-05-19'
        .split(' ')
        .map((day, index) => [`promised call ${index + 1}`, day, 'met']),
      ...'2026-02-19 2026-03-19 2026-04-16'
        .split(' ')
        .map((day, index) => [`promised care-co-ordinator-appointment ${index + 1}`, day, 'met']),
      ['promised psychiatrist-review 1', '2026-03-05', 'met'],
      ['promised psychiatrist-review 2', '2026-04-02', 'met'],
      ['promised psychiatrist-review 3', '2026-05-18', 'met late'],
    ]);
  });

  it('TRN-08: a call that the young person missed is called off, one that the service missed is absent, the others stay met', () => {
    const calls = monthOf('2026-08-31', first)?.contacts.filter(({ subject }) => subject.startsWith('promised call'));
    expect(calls?.slice(7).map(({ subject, metOn, status }) => [subject, metOn, status])).toEqual([
      ['promised call 9', '2026-06-16', 'met'],
      ['promised call 10', '2026-06-30', 'met'],
      ['promised call 11', '2026-07-14', 'met'],
      ['promised call 12', null, 'absent'],
    ]);
    expect(calls?.slice(0, 7).map(({ status }) => status)).toEqual(Array(7).fill('met'));
  });

  it('TRN-A4.5: the audit after the transfer has its window from three to six months after the opening', async () => {
    const found = await why('TRN-A4.5', '2026-04-30', first);
    expect(found).toMatchObject({ dueOn: '2026-08-12', status: 'due', metOn: null });
    expect(found.metByEvent).toBeUndefined();
    expect(found.arithmetic).toContain('opens on 12 May 2026');
    expect((await why('TRN-A4.5', '2026-06-30', first)).metByEvent).toMatchObject({ type: 'TransitionAuditCompleted' });
    expect(ruled('TRN-A4.5', await on('2026-04-30', first))).toMatchObject([
      { key: 'TRN-A4.5', kind: 'window', opensOn: '2026-05-12', subjectId: first.entered.ids['transitionId'] },
    ]);
    expect(found.event).toMatchObject({ type: 'ReceivingServiceOpened', occurredOn: '2026-02-12' });
    expect(monthOf('2026-05-31', first)?.milestones).not.toContain('AUDIT');
    expect(monthOf('2026-06-30', first)?.milestones).toContain('AUDIT');
  });
});

describe('example 2: to Progressions at 18 years and 1 month', () => {
  it('TRN-B2.5, TRN-50: at 17 years and 7 months the plan is agreed and Progressions chosen', async () => {
    const agreed = await on('2025-10-17', second);
    expect([agreed.age, agreed.stage]).toEqual([{ years: 17, months: 7 }, 'B-2']);
    expect(agreed.milestones).toContain('JOINT_PLAN');
    expect((await history(second)).find(({ type }) => type === 'ReceivingServiceChosen')).toMatchObject({
      occurredOn: '2025-10-17',
      data: { destination: 'PROGRESSIONS' },
    });
  });

  it('TRN-01: an accepted referral is not a receiver, so the closure on the 18th birthday is refused', () => {
    const [attempt] = refused(second);
    expect(attempt?.step.on).toBe('2026-03-17');
    expect(attempt?.detail).toBe('Progressions had neither opened the case nor accepted the hand-over by 17 Mar 2026.');
  });

  it('TRN-02, TRN-B2.4: at 18 years and 15 days still open to CAMHS, which leads, with the reason on record', async () => {
    const day = await on('2026-04-01', second);
    expect([day.age, day.closed, day.leads, day.crisisContact]).toEqual([
      { years: 18, months: 0 },
      undefined,
      'camhs',
      'camhs',
    ]);
    expect(day.past18).toMatchObject({ since: '2026-03-17', days: 15, reason: 'awaiting-receiver' });
    expect(day.bridging).toMatchObject({ since: '2025-11-20', days: 132 });
    const { body } = await onward.get<{ items: { id: string }[] }>('/api/v1/transitions/past-18?asOf=2026-04-01', {
      as: 'ben.clinician',
    });
    expect(JSON.stringify(body)).toContain(second.entered.ids['transitionId']);
  });

  it('TRN-33: before the transfer was planned anew, the worklist had the day planned before', async () => {
    const planned = (await history(second)).filter(({ data }) => data['mark'] === 'transferPlanned');
    const dates = planned.map(({ occurredOn, data }) => [occurredOn, data['plannedFor']]);
    expect(dates.length).toBeGreaterThan(1);
    for (const [day, plannedFor] of dates)
      expect((await why('openedAsPlanned', String(day), second)).dueOn).toBe(plannedFor);
  });

  it('REC-24: the page of the case tells of the lead, the destination and the items as of the day', async () => {
    const page = async (day: string) =>
      (
        await onward.get<Record<string, unknown>>(
          `/api/v1/transitions/${second.entered.ids['transitionId']}?asOf=${day}`,
          { as: 'ben.clinician' },
        )
      ).body;
    expect(await page('2025-10-16')).not.toHaveProperty('destination');
    const open = await page('2026-04-16');
    expect(open).toMatchObject({ leadService: 'camhs', crisisContact: 'camhs', destination: 'Progressions' });
    expect(open).not.toHaveProperty('closedOn');
    expect(await page('2026-04-17')).toMatchObject({ leadService: 'adult', closedOn: '2026-04-17' });
  });

  it('TRN-29: engagement is asked after a year from the accepted hand-over', async () => {
    expect(ruled('TRN-29', await on('2026-04-30', second))).toMatchObject([{ dueOn: '2027-04-15', status: 'due' }]);
  });

  it('TRN-02: the birthday itself is met by the reason, not by a closure', async () => {
    expect(ruled('TRN-02', await on('2026-03-16', second))).toMatchObject([{ status: 'due', dueOn: '2026-03-17' }]);
    expect(ruled('TRN-02', await on('2026-03-17', second))).toMatchObject([{ status: 'met', metOn: '2026-03-17' }]);
  });

  it('TRN-B2.6, TRN-E8: the joint meeting at 18 is the final meeting, and it is late', async () => {
    const missed = monthOf('2026-03-31', second)?.missed.map(({ rule }) => rule);
    expect(missed).toEqual(expect.arrayContaining(['TRN-B2.6', 'TRN-B2.2']));
    expect(ruled('TRN-B2.6', await on('2026-04-08', second))).toMatchObject([
      { dueOn: '2026-03-16', metOn: '2026-04-08', status: 'met late' },
    ]);
    const meeting = (await history(second)).find(({ data }) => data['fact'] === 'finalMeeting');
    expect(meeting?.data['late']).toBe(true);
  });

  it('TRN-01, TRN-50: at 18 years and 1 month closed to Progressions, with evidence that it accepted', async () => {
    expect((await on('2026-04-16', second)).closed).toBeUndefined();
    const day = await on('2026-04-17', second);
    expect([day.age, day.leads]).toEqual([{ years: 18, months: 1 }, 'adult']);
    expect(day.closed).toMatchObject({ on: '2026-04-17', destination: 'PROGRESSIONS' });
    const closing = (await history(second)).find(({ type }) => type === 'CamhsClosed');
    expect(closing?.data).toMatchObject({
      destination: 'PROGRESSIONS',
      acceptanceEvidence: 'message of 15 April 2026',
    });
    expect(ruled('TRN-01', day)).toMatchObject([{ dueOn: '2026-04-15', metOn: '2026-04-17', status: 'met' }]);
  });

  it('TRN-05: the support by a worker of Progressions may take twelve weeks', async () => {
    expect(ruled('TRN-05', await on('2026-04-30', second))).toMatchObject([{ dueOn: '2026-07-13', status: 'due' }]);
    expect(ruled('TRN-05', await on('2026-07-31', second))).toMatchObject([{ metOn: '2026-07-10', status: 'met' }]);
  });

  it('TRN-06, TRN-50: both young people are in the destinations of their year', async () => {
    const { body } = await onward.get<{ from: string; destinations: { code: string; closed: number }[] }>(
      '/api/v1/transitions/discharge-destinations?asOf=2026-08-31',
      { as: 'ben.clinician' },
    );
    expect(body.from).toBe('2025-09-01');
    expect(body.destinations.filter(({ closed }) => closed > 0)).toMatchObject([
      { code: 'AMHS_RECOVERY_WELLBEING', closed: 1 },
      { code: 'PROGRESSIONS', closed: 1 },
    ]);
  });
});
