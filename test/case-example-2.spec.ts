// Case example 2: to Progressions at 18 years and 1 month.
import { monthOf, refused, ruled, startCaseExamples, type Told } from './kit/case-examples.js';

let asked: Awaited<ReturnType<typeof startCaseExamples>>;
let second: Told;
beforeAll(async () => {
  asked = await startCaseExamples();
  second = await asked.tell(2);
}, 60_000);
afterAll(() => asked.onward.close());

describe('example 2: to Progressions at 18 years and 1 month', () => {
  it('TRN-B2.5, TRN-50: at 17 years and 7 months the plan is agreed and Progressions chosen', async () => {
    const agreed = await asked.on('2025-10-17', second);
    expect([agreed.age, agreed.stage]).toEqual([{ years: 17, months: 7 }, 'B-2']);
    expect(agreed.milestones).toContain('JOINT_PLAN');
    expect((await asked.history(second)).find(({ type }) => type === 'ReceivingServiceChosen')).toMatchObject({
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
    const day = await asked.on('2026-04-01', second);
    expect([day.age, day.closed, day.leads, day.inACrisis]).toEqual([
      { years: 18, months: 0 },
      undefined,
      'camhs',
      'CAMHS',
    ]);
    expect(day.past18).toMatchObject({ since: '2026-03-17', days: 15, reason: 'awaiting-receiver' });
    expect(day.bridging).toMatchObject({ since: '2025-11-20', days: 132 });
    const past18 = await asked.get('/api/v1/transitions/past-18?asOf=2026-04-01');
    expect(JSON.stringify(past18)).toContain(asked.transitionOf(second));
  });

  it('TRN-33: before the transfer was planned anew, the worklist had the day planned before', async () => {
    const planned = (await asked.history(second)).filter(({ data }) => data['mark'] === 'transferPlanned');
    const dates = planned.map(({ occurredOn, data }) => [occurredOn, data['plannedFor']]);
    expect(dates.length).toBeGreaterThan(1);
    for (const [day, plannedFor] of dates)
      expect((await asked.why('openedAsPlanned', String(day), second)).dueOn).toBe(plannedFor);
  });

  it('REC-24: the page of the case tells of the lead, the destination and the items as of the day', async () => {
    const page = (day: string) => asked.page(day, second);
    expect(await page('2025-10-16')).not.toHaveProperty('destination');
    expect(await page('2026-04-14')).toMatchObject({ leadService: 'camhs', inACrisis: 'CAMHS' });
    const open = await page('2026-04-16');
    expect(open).toMatchObject({ leadService: 'PROGRESSIONS', destination: 'Progressions' });
    expect(open).not.toHaveProperty('closedOn');
    expect(await page('2026-04-17')).toMatchObject({
      leadService: 'PROGRESSIONS',
      inACrisis: 'Progressions, or Seaborough crisis line (made up), 01632 960999',
      closedOn: '2026-04-17',
    });
  });

  it('TRN-29: engagement is asked after a year from the accepted hand-over', async () => {
    expect(ruled('TRN-29', await asked.on('2026-04-30', second))).toMatchObject([
      { dueOn: '2027-04-15', status: 'due' },
    ]);
  });

  it('TRN-02: the birthday itself is met by the reason, not by a closure', async () => {
    expect(ruled('TRN-02', await asked.on('2026-03-16', second))).toMatchObject([
      { status: 'due', dueOn: '2026-03-17' },
    ]);
    expect(ruled('TRN-02', await asked.on('2026-03-17', second))).toMatchObject([
      { status: 'met', metOn: '2026-03-17' },
    ]);
  });

  it('TRN-B2.6, TRN-E8: the joint meeting at 18 is the final meeting, and it is late', async () => {
    const missed = monthOf('2026-03-31', second)?.missed.map(({ rule }) => rule);
    expect(missed).toEqual(expect.arrayContaining(['TRN-B2.6', 'TRN-B2.2']));
    expect(ruled('TRN-B2.6', await asked.on('2026-04-08', second))).toMatchObject([
      { dueOn: '2026-03-16', metOn: '2026-04-08', status: 'met late' },
    ]);
    const meeting = (await asked.history(second)).find(({ data }) => data['fact'] === 'finalMeeting');
    expect(meeting?.data['late']).toBe(true);
  });

  it('TRN-01, TRN-50: at 18 years and 1 month closed to Progressions, with evidence that it accepted', async () => {
    expect((await asked.on('2026-04-16', second)).closed).toBeUndefined();
    const day = await asked.on('2026-04-17', second);
    expect([day.age, day.leads]).toEqual([{ years: 18, months: 1 }, 'PROGRESSIONS']);
    expect(day.closed).toMatchObject({ on: '2026-04-17', destination: 'PROGRESSIONS' });
    const closing = (await asked.history(second)).find(({ type }) => type === 'CamhsClosed');
    expect(closing?.data).toMatchObject({
      destination: 'PROGRESSIONS',
      acceptanceEvidence: 'message of 15 April 2026',
    });
    expect(ruled('TRN-01', day)).toMatchObject([{ dueOn: '2026-04-15', metOn: '2026-04-17', status: 'met' }]);
  });

  it('TRN-05: the support by a worker of Progressions may take twelve weeks', async () => {
    expect(ruled('TRN-05', await asked.on('2026-04-30', second))).toMatchObject([
      { dueOn: '2026-07-13', status: 'due' },
    ]);
    expect(ruled('TRN-05', await asked.on('2026-07-31', second))).toMatchObject([
      { metOn: '2026-07-10', status: 'met' },
    ]);
  });
});
