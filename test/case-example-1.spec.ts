// Case example 1: to adult mental health at 18.
import { monthOf, refused, ruled, startCaseExamples, type Told } from './kit/case-examples.js';

let asked: Awaited<ReturnType<typeof startCaseExamples>>;
let first: Told;
beforeAll(async () => {
  asked = await startCaseExamples();
  first = await asked.tell(1);
}, 60_000);
afterAll(() => asked.onward.close());

describe('example 1: to adult mental health at 18', () => {
  it('TRN-01: the closure before the adult opening is refused, and leaves no trace in the case', async () => {
    expect(refused(first)[0]?.detail).toContain('had neither opened the case nor accepted the hand-over by 6 Feb 2026');
    expect((await asked.on('2026-02-06', first)).closed).toBeUndefined();
    expect((await asked.history(first)).filter(({ type }) => type === 'CamhsClosed')).toHaveLength(1);
  });

  it('TRN-A3.1, TRN-25: joint work begins at 17 years and 6 months, with two joint meetings before the transfer', async () => {
    expect((await asked.on('2025-08-11', first)).stage).toBe('A-2');
    const joint = await asked.on('2025-08-12', first);
    expect([joint.age, joint.stage, joint.leads]).toEqual([{ years: 17, months: 6 }, 'A-3', 'camhs']);
    expect(ruled('TRN-A3.1', joint)).toMatchObject([{ metOn: '2025-08-12', status: 'met' }]);
    const meetings = (await asked.history(first)).filter(
      ({ type, data }) => type === 'AdultWorkerMet' && data['together'],
    );
    expect(meetings.map(({ occurredOn }) => occurredOn)).toEqual(['2025-08-12', '2025-10-14']);
    type Page = { stages: { steps: { id: string; on?: string; times?: { on: string }[] }[] }[] };
    const page = await asked.page<Page>('2026-01-31', first);
    const step = page.stages.flatMap(({ steps }) => steps).find(({ id }) => id === 'TRN-A3.1');
    expect([step?.on, step?.times?.map((time) => time.on)]).toEqual(['2025-08-12', ['2025-08-12', '2025-10-14']]);
  });

  it('TRN-09: care co-ordinator and link worker are two roles, both dated', async () => {
    const named = (await asked.history(first)).filter(({ type }) => type === 'AdultWorkerNamed');
    expect(named.map(({ occurredOn, data }) => [data['role'], occurredOn])).toEqual([
      ['care-co-ordinator', '2025-07-15'],
      ['link-worker', '2025-08-12'],
    ]);
  });

  it('TRN-A3.6, TRN-B2.6: the final meeting is before the 18th birthday, with both services there', async () => {
    expect(ruled('TRN-A3.6', await asked.on('2026-02-11', first))).toMatchObject([
      { dueOn: '2026-02-11', metOn: '2026-01-27', status: 'met' },
    ]);
    const meeting = (await asked.history(first)).find(({ data }) => data['fact'] === 'finalMeeting');
    expect(meeting?.data['attendees']).toEqual(['young-person', 'parent-carer', 'camhs', 'adult-service']);
    expect(meeting?.data['late']).toBeUndefined();
  });

  it('TRN-01, TRN-02: on the 18th birthday adult mental health opens, CAMHS closes, and the lead passes', async () => {
    const before = await asked.on('2026-02-11', first);
    expect([before.leads, before.inACrisis, before.closed]).toEqual(['camhs', 'CAMHS', undefined]);
    const after = await asked.on('2026-02-12', first);
    expect([after.age, after.leads, after.inACrisis]).toEqual([
      { years: 18, months: 0 },
      'AMHS_RECOVERY_WELLBEING',
      'Adult mental health: recovery and wellbeing',
    ]);
    expect(after.closed).toMatchObject({ on: '2026-02-12', destination: 'AMHS_RECOVERY_WELLBEING' });
    expect(after.past18).toBeUndefined();
    expect(after.milestones).toContain('TRANSFER');
  });

  it('TRN-08: the plan promises calls every fortnight, and appointments and reviews every month, for six months', async () => {
    const promised = ruled('TRN-08', await asked.on('2026-02-12', first)).map(({ subject }) =>
      subject.replace(/ \d+$/, ''),
    );
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
    const found = await asked.why('TRN-A4.5', '2026-04-30', first);
    expect(found).toMatchObject({ dueOn: '2026-08-12', status: 'due', metOn: null });
    expect(found.metByEvent).toBeUndefined();
    expect(found.arithmetic).toContain('opens on 12 May 2026');
    expect((await asked.why('TRN-A4.5', '2026-06-30', first)).metByEvent).toMatchObject({
      type: 'TransitionAuditCompleted',
    });
    expect(ruled('TRN-A4.5', await asked.on('2026-04-30', first))).toMatchObject([
      { key: 'TRN-A4.5', kind: 'window', opensOn: '2026-05-12', subjectId: asked.transitionOf(first) },
    ]);
    expect(found.event).toMatchObject({ type: 'ReceivingServiceOpened', occurredOn: '2026-02-12' });
    expect(monthOf('2026-05-31', first)?.milestones).not.toContain('AUDIT');
    expect(monthOf('2026-06-30', first)?.milestones).toContain('AUDIT');
  });
});
