// The worked examples of the transition rules, through both readings of the protocol and the deadline engine.
import { civilDate } from '../kernel/calendar/index.js';
import { statusOn } from './deadline.js';
import { deadlinesFor } from './deadlines.js';
import { deadlineOf, factsOn } from './facts-for-tests.js';
import type { Flags } from './facts.js';
import { loadPacks } from './load-packs.js';
import { stagesAsOf, stepsAsOf } from './protocol.js';

const packs = loadPacks();
const a = packs.packByVersion('camhs-transition-a', 1);
const b = packs.packByVersion('camhs-transition-b', 1);

type Dates = Readonly<Record<string, string>>;
const born = { birthDate: '2008-05-15' };
const rowsOf = (dates: Dates, flags?: Flags, pack = a) => deadlinesFor(pack, 'transition', factsOn(dates), flags);
const row = (key: string, dates: Dates, flags?: Flags, pack = a) => deadlineOf(rowsOf(dates, flags, pack), key);
const stageDates = (pack: typeof a, asOf = '2026-05-15') =>
  Object.fromEntries(
    stagesAsOf(pack, { facts: factsOn(born) }, civilDate(asOf)).map(({ id, opensOn, closesOn }) => [
      id,
      [opensOn, closesOn],
    ]),
  );

describe('the gates of somebody born on 15 May 2008', () => {
  test('TRN-E1: year 9 starts on 1 Sep 2021, planning is prompted then and at 14, stage 1 opens at 17', () => {
    expect(row('planningFromYear9', born, { send: 'yes' })).toMatchObject({ dueOn: '2021-09-01', force: 'national' });
    expect(row('planningFrom14', born, { send: 'yes' })).toMatchObject({ dueOn: '2022-05-15', force: 'local' });
    expect(rowsOf(born).some(({ key }) => key === 'planningFrom14')).toBe(false);
    expect(
      row('planningFromYear9', { ...born, year9Starts: '2022-09-01 since 2020-09-01' }, { send: 'yes' }).dueOn,
    ).toBe('2022-09-01');
    expect(row('TRN-A1.1', born)).toMatchObject({ opensOn: '2025-05-15', dueOn: '2025-11-14', force: 'practice' });
    expect(row('openAt18', born).dueOn).toBe('2026-05-15');
  });

  test('TRN-E2: stage 2 of variant A is 15 May to 14 Nov 2025, stage 3 is 15 Nov 2025 to 14 May 2026', () => {
    expect(stageDates(a)).toEqual({
      'A-1': ['2025-05-15', undefined],
      'A-2': ['2025-05-15', '2025-11-14'],
      'A-3': ['2025-11-15', '2026-05-14'],
      'A-4': [undefined, undefined],
    });
    expect(stageDates(b)).toMatchObject({ 'B-2': ['2025-11-15', '2026-05-14'], 'B-3': ['2026-05-15', undefined] });
    expect(row('TRN-A3.6', born).dueOn).toBe('2026-05-14');
    expect(row('TRN-B2.6', born, {}, b)).toMatchObject({ dueOn: '2026-05-14', force: 'local' });
  });

  test('TRN-E3: joint planning by 15 Nov 2025, named worker 15 Nov 2025 to 15 Nov 2026, folder by 15 Feb 2026', () => {
    const planned = { ...born, transferPlanned: '2026-05-15 since 2025-06-01' };
    expect(row('planningSixMonths', planned).dueOn).toBe('2025-11-15');
    expect(row('namedWorkerBefore', planned).dueOn).toBe('2025-11-15');
    expect(row('namedWorkerCover', planned)).toMatchObject({ opensOn: '2025-11-15', dueOn: '2026-11-15' });
    expect(row('folder', planned).dueOn).toBe('2026-02-15');
    expect(row('adultIntroduction', planned).dueOn).toBe('2026-05-14');
  });

  test.each([
    ['2026-05-15', '2026-08-15', '2026-11-15'],
    ['2026-08-31', '2026-11-30', '2027-02-28'],
  ])(
    'TRN-E4: opened to the adult service on %s, the audit window is %s to %s',
    (adultServiceOpened, opensOn, dueOn) => {
      const audit = row('TRN-A4.5', { ...born, adultServiceOpened });
      expect(audit).toMatchObject({ kind: 'window', opensOn, dueOn });
      const early = row('TRN-A4.5', { ...born, adultServiceOpened, postAudit: '2026-07-01' });
      expect(statusOn(early, civilDate('2027-03-01'))).toBe('too early');
    },
  );

  test('AMB-12: on the other reading the audit window runs from the closure to CAMHS', () => {
    const facts = factsOn({ ...born, adultServiceOpened: '2026-05-15', camhsClosed: '2026-06-20' });
    const rows = deadlinesFor(a, 'transition', facts, {}, { 'AMB-12': 'CAMHS_CLOSED' });
    expect(deadlineOf(rows, 'TRN-A4.5')).toMatchObject({ opensOn: '2026-09-20', dueOn: '2026-12-20' });
  });

  test('TRN-E5: closing to CAMHS on 15 May 2026 with an opening agreed for 20 May leaves a gap', () => {
    const dates = { ...born, adultServiceOpened: '2026-05-20 since 2026-05-01', camhsClosed: '2026-05-15' };
    expect(statusOn(row('noGap', dates), civilDate('2026-05-15'))).toBe('too early');
    expect(statusOn(row('noGap', { ...dates, camhsClosed: '2026-05-20' }), civilDate('2026-05-20'))).toBe('met');
  });

  test('TRN-E8: a final meeting on the 18th birthday itself is late', () => {
    const meeting = row('TRN-B2.6', { ...born, finalMeeting: '2026-05-15' }, {}, b);
    expect(statusOn(meeting, civilDate('2026-05-15'))).toBe('met late');
    expect(meeting.basis()).toContain('the day before 15 May 2026 is 14 May 2026');
    expect(meeting.basis().join()).not.toContain('2008');
  });
});

test('TRN-29, TRN-23a: a year after the young person was received, by whomever, whether or not the case was opened too', () => {
  for (const pack of [a, b]) {
    const due = (dates: Dates) => row('engagementAtOneYear', { ...born, ...dates }, {}, pack).dueOn;
    expect(due({ received: '2026-04-15' })).toBe('2027-04-15');
    expect(due({ received: '2026-04-15', adultServiceOpened: '2026-05-15' })).toBe('2027-04-15');
  }
});

describe('late referral', () => {
  test('TRN-03: from 17 years and 6 months the early stages open at once and nobody is late for them', () => {
    const lastInTime = row('TRN-A2.1', { ...born, referral: '2025-11-14' });
    expect(lastInTime).toMatchObject({ opensOn: '2025-11-14', dueOn: '2025-11-14' });
    const onTheGate = row('TRN-A2.1', { ...born, referral: '2025-11-15' });
    expect(onTheGate).toMatchObject({ opensOn: '2025-11-15', dueOn: '2026-05-14' });
    const late = row('TRN-A2.1', { ...born, referral: '2025-12-01' });
    expect(late).toMatchObject({ opensOn: '2025-12-01', dueOn: '2026-05-14' });
    expect(statusOn(late, civilDate('2025-12-02'))).toBe('due');
    const atEighteen = rowsOf({ ...born, referral: '2026-05-15' });
    expect(atEighteen.some(({ key, validTo }) => key === 'TRN-A2.1' && validTo === undefined)).toBe(false);
    expect(row('namedWorkerBefore', { ...born, referral: '2025-12-01' }).dueOn).toBe('2025-12-01');
  });
});

describe('the protocol as data', () => {
  test('AMB-06: both variants state their steps over one set of milestones, the joint assessment on the same day', () => {
    const subject = { facts: factsOn(born) };
    const [inA, inB] = [a, b].map((pack) => stepsAsOf(pack, subject, civilDate('2026-01-01')));
    const jointOf = (steps: typeof inA) => steps?.find(({ milestone }) => milestone === 'JOINT_ASSESS')?.opensOn;
    expect([jointOf(inA), jointOf(inB)]).toEqual(['2025-11-15', '2025-11-15']);
    expect([inA?.length, inB?.length]).toEqual([17, 14]);
    expect(a.protocol?.milestones).toEqual(b.protocol?.milestones);
    expect(packs.packInForce('camhs-transition', civilDate('2025-01-01'))).toBe(a);
    expect(packs.packInForce('camhs-transition', civilDate('2025-01-01'), 'B')).toBe(b);
  });

  test('TRN-27: the follow-up of a missed first appointment is a service standard, never more than practice', () => {
    const facts = factsOn({ firstAppointmentMissed: '2026-06-01' });
    const dueAfter = (days?: number) =>
      deadlinesFor(a, 'firstAppointment', facts, {}, days === undefined ? {} : { 'TRN-27': days })[0];
    expect(dueAfter()).toMatchObject({ dueOn: '2026-06-08', force: 'practice' });
    expect(dueAfter(3)?.dueOn).toBe('2026-06-04');
  });

  test('a transition that ended without a transfer closes what was not done and keeps what was', () => {
    const rows = rowsOf({ ...born, identified: '2025-06-01', transitionEnded: '2025-09-01' });
    expect(deadlineOf(rows, 'TRN-A1.1').metOn).toBe('2025-06-01');
    expect(rows.filter(({ key }) => key === 'TRN-A3.1').map(({ validTo }) => validTo)).toEqual(['2025-09-01']);
  });
});
