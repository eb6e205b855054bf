// The worked examples of appeals, ceasing, assessment, plan and term, through the pack and the deadline engine.
import { civilDate } from '../kernel/calendar/index.js';
import { statusOn } from './deadline.js';
import { due, rowsOf, type Dates } from './england-send-for-tests.js';
import { deadlineOf } from './facts-for-tests.js';
import type { Flags } from './facts.js';

describe('appeals, ceasing and the Tribunal', () => {
  test.each([
    ['EHC-E15', { letter: '2025-12-31' }, '2026-03-02'],
    ['EHC-E16', { letter: '2026-06-10' }, '2026-09-01'],
    ['EHC-E19', { letter: '2026-02-02', certificate: '2026-03-20' }, '2026-04-20'],
    ['EHC-E19', { letter: '2026-02-02', certificate: '2026-02-20' }, '2026-04-02'],
  ])('%s: with %j the appeal window ends on %s', (_id, dates: Dates, expected) => {
    expect(due('appeal', dates).appeal).toBe(expected);
  });

  test('EHC-70: an appeal window that ends unused is over, nobody is late', () => {
    const appeal = deadlineOf(rowsOf('appeal', { letter: '2025-12-31' }), 'appeal');
    expect(appeal.basis()).toEqual([
      '2 months of 31 Dec 2025 (decision letter sent) end on 28 Feb 2026',
      'a limit of 28 Feb 2026 counts as 2 Mar 2026 (EHC-72)',
      'read as AS_COUNTED (EHC-72): the day as counted decides, so it is in time on the next working day',
      'opens on 31 Dec 2025 (decision letter sent)',
    ]);
    expect(statusOn(appeal, civilDate('2026-03-03'))).toBe('passed');
  });

  test('EHC-71, EHC-72: a limit on Saturday 31 July 2027 is Monday 2 August, and the other reading is shown beside it', () => {
    const [appeal, cease] = [rowsOf('appeal', { letter: '2027-05-31' }), rowsOf('cease', { letter: '2027-05-31' })];
    expect(deadlineOf(appeal, 'appeal')).toMatchObject({ dueOn: '2027-08-02', comparison: { dueOn: '2027-09-01' } });
    expect(deadlineOf(cease, 'ceaseNotBefore')).toMatchObject({
      dueOn: '2027-08-03',
      comparison: { dueOn: '2027-09-02' },
    });
    expect(deadlineOf(rowsOf('appeal', { letter: '2025-12-31' }), 'appeal').comparison).toBeUndefined();
  });

  test('EHC-63: a plan may be ceased on the day after the window, and not while an appeal is pending', () => {
    const dates = { letter: '2026-02-02', ceased: '2026-04-02' };
    const bar = deadlineOf(rowsOf('cease', dates), 'ceaseNotBefore');
    expect([bar.dueOn, statusOn(bar, civilDate('2026-04-02'))]).toEqual(['2026-04-03', 'too early']);
    const pending = rowsOf('cease', { letter: '2026-02-02', appealLodged: '2026-03-01' });
    expect(pending.filter(({ key }) => key === 'ceaseNotBefore').map(({ validTo }) => validTo)).toEqual(['2026-03-01']);
  });

  const response = { act: 'response' };
  test('EHC-73: the response is due 30 working days after the notice, and not a day of August is counted', () => {
    const rows = rowsOf('tribunalAct', { appealLodged: '2026-07-13', noticeReceived: '2026-07-20' }, response);
    expect(deadlineOf(rows, 'response')).toMatchObject({ rule: 'EHC-73', force: 'law', dueOn: '2026-09-29' });
    expect(deadlineOf(rows, 'response', '2026-07-15')).toMatchObject({ dueOn: '2026-09-22', validTo: '2026-07-20' });
  });

  test('EHC-73: a date that the Tribunal fixed stands, moved only off a day that is no working day (EHC-71)', () => {
    const dates = { appealLodged: '2026-07-20', dateFixed: '2026-08-14 since 2026-07-27' };
    expect(due('tribunalAct', dates, response)).toEqual({ response: '2026-08-14' });
    const evidence = { appealLodged: '2026-07-20', dateFixed: '2026-08-15 since 2026-07-27' };
    expect(due('tribunalAct', evidence, { act: 'evidence' })).toEqual({ directed: '2026-08-17' });
  });

  test('EHC-73: nobody owes a response to an appeal that is conceded or determined', () => {
    const conceded = { appealLodged: '2026-01-05', conceded: '2026-01-19' };
    expect(due('tribunalAct', conceded, response)).toEqual({});
    expect(due('tribunalAct', { appealLodged: '2026-01-05', appealDetermined: '2026-01-30' }, response)).toEqual({});
  });

  test.each([
    [
      { ordered: '2026-01-05' },
      { order: 'assess' },
      { assess: '2026-01-19', issueDecision: '2026-03-16', planAfterAssessment: '2026-04-13' },
    ],
    [
      { ordered: '2026-01-05' },
      { order: 'assess', issue: 'no' },
      { assess: '2026-01-19', issueDecision: '2026-03-16', noPlan: '2026-03-16' },
    ],
    [{ ordered: '2026-01-05' }, { order: 'amend-provision' }, { amend: '2026-02-09' }],
    [{ ordered: '2026-01-05' }, { order: 'cease' }, { cease: '2026-01-05' }],
    [{ conceded: '2026-01-05' }, { order: 'amend-provision' }, { amendUnopposed: '2026-02-09' }],
    [
      { conceded: '2026-01-05' },
      { order: 'assess' },
      {
        assessUnopposed: '2026-01-19',
        issueDecisionUnopposed: '2026-03-16',
        planAfterAssessmentUnopposed: '2026-04-13',
      },
    ],
  ])('EHC-76, EHC-77: %j with %j gives %j', (dates: Dates, flags: Flags, expected) => {
    expect(due('tribunal', dates, flags)).toEqual(expected);
  });

  test('EHC-74: the adviser within two months, the certificate in three working days, the mediation in thirty days', () => {
    const dates = { letter: '2025-12-18', mediationDeclined: '2025-12-23', mediationAccepted: '2026-01-05' };
    expect(due('appeal', dates, { about: 'other' })).toMatchObject({
      mediationContact: '2026-02-18',
      certificate: '2025-12-30',
    });
    const { mediation } = due('appeal', { letter: '2025-12-18', mediationAccepted: '2026-01-05' });
    expect(mediation).toBe('2026-02-04');
    expect(due('appeal', dates, { about: 'placementOnly' }).mediationContact).toBeUndefined();
  });

  test('EHC-76: an order to make a plan gives five weeks for the draft and eleven for the final plan', () => {
    const dates = { ordered: '2026-01-05' };
    expect(due('tribunal', dates, { order: 'make-plan' })).toEqual({ draft: '2026-02-09', final: '2026-03-23' });
  });
});

describe('assessment, plan, term', () => {
  test('EHC-E12: a request on 1 Sep 2025 is decided by 13 Oct, refused by 22 Dec, drafted by 4 Jan, final by 19 Jan 2026', () => {
    expect(due('assessment', { request: '2025-09-01' })).toEqual({
      decideToAssess: '2025-10-13',
      issueDecision: '2025-12-22',
      latestDraft: '2026-01-04',
      finalPlan: '2026-01-19',
    });
    const refusal = deadlineOf(rowsOf('assessment', { request: '2025-09-01' }, { issue: 'no' }), 'refusal');
    expect(refusal).toMatchObject({ rule: 'EHC-82', force: 'law', dueOn: '2025-12-22' });
  });

  test.each([
    ['2025-07-14', 'too early'],
    ['2025-07-16', 'met'],
    ['2025-08-27', 'met'],
    ['2025-08-28', 'met late'],
  ])(
    'EHC-E14: advice asked on %s of a school closed from 23 Jul to 2 Sep 2025: the exception is %s',
    (requested, status) => {
      const dates = {
        requested,
        schoolCloses: '2025-07-23 since 2025-07-01',
        schoolReopens: '2025-09-03 since 2025-07-01',
      };
      const exception = deadlineOf(rowsOf('advice', dates), 'closureException');
      expect(exception).toMatchObject({ rule: 'EHC-85', opensOn: '2025-07-16', dueOn: '2025-08-27' });
      expect(statusOn(exception, civilDate('2025-09-30'))).toBe(status);
    },
  );

  test('EHC-85: a closure of less than four weeks excuses nothing', () => {
    const dates = {
      requested: '2025-10-20',
      schoolCloses: '2025-10-25 since 2025-07-01',
      schoolReopens: '2025-11-03 since 2025-07-01',
    };
    expect(rowsOf('advice', dates).map(({ key }) => key)).not.toContain('closureException');
  });

  test('EHC-11: term lists are due two weeks before the term', () => {
    const listFor = (termStart: string) => due('term', { termStart }).termList;
    expect(['2020-09-02', '2021-01-04', '2021-04-12'].map(listFor)).toEqual(['2020-08-19', '2020-12-21', '2021-03-29']);
  });

  test('EHC-50, CAL-E11: 15 working days beginning with 18 Dec 2025 end on 12 Jan 2026, unless the move is later', () => {
    expect(due('plan', { moveKnown: '2025-12-18' }).transferPlan).toBe('2026-01-12');
    expect(due('plan', { moveKnown: '2025-12-18', moved: '2026-02-01 since 2025-12-18' }).transferPlan).toBe(
      '2026-02-01',
    );
  });

  test('EHC-54, CAL-10: the old ICB notifies on the day of the move, or 15 working days beginning with the day it knew', () => {
    expect(due('plan', { icbMoved: '2026-03-02 since 2026-02-20', icbMoveKnown: '2026-02-20' }).icbTransfer).toBe(
      '2026-03-12',
    );
    expect(due('plan', { icbMoved: '2026-05-01 since 2026-02-20', icbMoveKnown: '2026-02-20' }).icbTransfer).toBe(
      '2026-05-01',
    );
  });

  test('EHC-54: only an ICB that cannot secure the provision must ask, and the authority then begins', () => {
    const dates = { newIcbKnown: '2025-12-18', icbRequest: '2026-01-09' };
    expect(due('plan', dates, { icbCanSecure: 'no' })).toMatchObject({
      icbRequest: '2026-01-12',
      icbRequestMet: '2026-01-30',
    });
    expect(due('plan', { newIcbKnown: '2025-12-18' }, { icbCanSecure: 'yes' }).icbRequest).toBeUndefined();
  });

  test('EHC-30, AMB-23: a school consulted on 8 Dec 2025 replies by 23 Dec; counted in working days by 31 Dec', () => {
    const [row] = rowsOf('consultation', { consulted: '2025-12-08' });
    expect(row).toMatchObject({
      rule: 'EHC-30',
      force: 'national',
      dueOn: '2025-12-23',
      comparison: { dueOn: '2025-12-31' },
    });
    expect(due('consultation', { consulted: '2025-12-08' }, {}, { 'AMB-23': 'WORKING' })).toEqual({
      consultationReply: '2025-12-31',
    });
  });

  test('EHC-64: a plan that is continued past 25 in a college ends on 31 July', () => {
    const dates = { birthDate: '2001-03-05', continuedPast25: '2026-02-01' };
    expect(due('plan', dates, { setting: 'furtherEducation' })).toMatchObject({
      endsAt25: '2026-03-05',
      continuedFurtherEducation: '2026-07-31',
    });
    expect(due('plan', dates, { setting: 'other' })).toMatchObject({ continuedLatest: '2027-03-04' });
    const course = { ...dates, trainingEnds: '2026-05-20 since 2026-02-01' };
    expect(due('plan', course, { setting: 'other' }).continuedOther).toBe('2026-05-20');
  });

  test('EHC-32: a plan is flagged from the day on which it is three years old, as a local target', () => {
    const row = deadlineOf(rowsOf('plan', { lastIssued: '2023-05-10' }), 'planCurrency');
    expect(row).toMatchObject({ force: 'local', kind: 'target' });
    const days = ['2026-05-09', '2026-05-10'].map(civilDate);
    expect(days.map((day) => statusOn(row, day))).toEqual(['due', 'absent']);
  });
});
