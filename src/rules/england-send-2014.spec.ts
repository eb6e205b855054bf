// The worked examples of annual reviews and phase transfers, through the pack and the deadline engine.
import { civilDate } from '../kernel/calendar/index.js';
import { deadlinesFor } from './deadlines.js';
import { statusOn } from './deadline.js';
import { amend, due, pack, rowsOf } from './england-send-for-tests.js';
import { deadlineOf } from './facts-for-tests.js';

describe('annual review cycle', () => {
  test('EHC-E1: a meeting on 1 Nov 2024 with a decision on 25 Nov 2024 gives a final plan by 20 Jan 2025', () => {
    const dates = { meeting: '2024-11-01', decisionNotice: '2024-11-25', amendmentNotice: '2024-11-25' };
    expect(due('cycle', dates, amend)).toMatchObject({
      report: '2024-11-15',
      decision: '2024-11-29',
      amendmentNotice: '2024-11-29',
      finalPlan: '2025-01-20',
    });
    const final = deadlineOf(rowsOf('cycle', dates, amend), 'finalPlan');
    expect(final.trigger).toEqual({ fact: 'amendmentNotice', on: '2024-11-25', eventId: 'amendmentNotice-event' });
    expect(final.basis()).toEqual([
      '8 weeks of 25 Nov 2024 (notice with proposed amendments sent) end on 20 Jan 2025 (EHC-26)',
      '12 weeks of 1 Nov 2024 (meeting held) end on 24 Jan 2025',
      'the earliest of 20 Jan 2025 and 24 Jan 2025 is 20 Jan 2025',
    ]);
  });

  test('EHC-E1: the next review runs from the decision notice: 24 Nov 2025, on the anniversary reading 25 Nov 2025', () => {
    const [review] = rowsOf('cycle', { clockStart: '2024-11-25' }).filter(({ key }) => key === 'review');
    expect(review).toMatchObject({ rule: 'EHC-01', force: 'law', dueOn: '2025-11-24', packVersion: 1 });
    expect(review?.comparison).toEqual({
      setting: 'AMB-01',
      label: 'ANNIVERSARY: the anniversary itself is still in time',
      dueOn: '2025-11-25',
    });
    expect(review?.basis()[0]).toBe(
      '12 months starting with 25 Nov 2024 (plan made or last review completed) end on 24 Nov 2025',
    );
    const settings = { 'AMB-01': 'ANNIVERSARY' };
    expect(due('cycle', { clockStart: '2024-11-25' }, {}, settings).review).toBe('2025-11-25');
  });

  test('EHC-E2: a meeting on 10 Nov 2025 sets invitations, circulation, report, decision and the final cap', () => {
    const rows = rowsOf('cycle', { meeting: '2025-11-10' }, amend);
    expect(due('cycle', { meeting: '2025-11-10' }, amend)).toMatchObject({
      invitations: '2025-10-27',
      adviceCirculated: '2025-10-27',
      report: '2025-11-24',
      decision: '2025-12-08',
      amendmentNotice: '2025-12-08',
      finalPlan: '2026-02-02',
    });
    expect(deadlineOf(rows, 'invitations').comparison?.dueOn).toBe('2025-10-26');
    expect(deadlineOf(rows, 'decision').basis()).toEqual(['4 weeks of 10 Nov 2025 (meeting held) end on 8 Dec 2025']);
  });

  test('EHC-E3: an early notice on 24 Nov 2025 brings the final plan forward to 19 Jan 2026', () => {
    const dates = { meeting: '2025-11-10', amendmentNotice: '2025-11-24', noticeServed: '2025-11-24' };
    expect(due('cycle', dates, amend)).toMatchObject({ representations: '2025-12-08', finalPlan: '2026-01-19' });
  });

  test('EHC-E4: a late notice on 22 Dec 2025 is 14 days late and buys no time', () => {
    const dates = { meeting: '2025-11-10', decisionNotice: '2025-12-22', amendmentNotice: '2025-12-22' };
    const rows = rowsOf('cycle', dates, amend);
    expect(deadlineOf(rows, 'decision')).toMatchObject({ dueOn: '2025-12-08', metOn: '2025-12-22' });
    expect(statusOn(deadlineOf(rows, 'decision'), civilDate('2025-12-21'))).toBe('overdue');
    expect(statusOn(deadlineOf(rows, 'decision'), civilDate('2025-12-22'))).toBe('met late');
    expect(deadlineOf(rows, 'finalPlan').dueOn).toBe('2026-02-02');
  });

  test('EHC-E5: with a plan made on 15 Mar 2025 the twelve months end before four weeks of a meeting on 2 Mar 2026: two dates', () => {
    const rows = rowsOf('cycle', { clockStart: '2025-03-15', meeting: '2026-03-02' });
    expect(deadlineOf(rows, 'review')).toMatchObject({ rule: 'EHC-01', dueOn: '2026-03-14' });
    expect(deadlineOf(rows, 'decision')).toMatchObject({ rule: 'EHC-22', dueOn: '2026-03-30' });
    expect(deadlineOf(rows, 'meetingTarget')).toMatchObject({
      dueOn: '2026-02-14',
      force: 'practice',
      kind: 'planning',
    });
  });

  test('EHC-22, EHC-24: a review that is late already keeps the four weeks of its meeting: 21 Oct 2026 gives 18 Nov 2026', () => {
    const dates = { clockStart: '2025-03-15', meeting: '2026-10-21', decisionNotice: '2026-11-19' };
    const rows = rowsOf('cycle', dates, { outcome: { is: 'amend', since: civilDate('2026-11-19') } });
    expect(deadlineOf(rows, 'review')).toMatchObject({ dueOn: '2026-03-14' });
    const [decision, notice] = [deadlineOf(rows, 'decision'), deadlineOf(rows, 'amendmentNotice')];
    expect([decision, notice].map(({ rule, dueOn, trigger }) => [rule, dueOn, trigger.fact])).toEqual([
      ['EHC-22', '2026-11-18', 'meeting'],
      ['EHC-24', '2026-11-18', 'meeting'],
    ]);
    expect(decision.basis()).toEqual(['4 weeks of 21 Oct 2026 (meeting held) end on 18 Nov 2026']);
    expect(['2026-11-17', '2026-11-18', '2026-11-19'].map((on) => statusOn(notice, civilDate(on)))).toEqual([
      'due',
      'due',
      'overdue',
    ]);
  });

  test('EHC-22, EHC-53: the same after a move: three months of the transfer do not cut the four weeks of the meeting short', () => {
    const rows = rowsOf('cycle', { clockStart: '2025-01-10', movedIn: '2025-12-20', meeting: '2026-03-10' });
    expect(deadlineOf(rows, 'reviewAfterMove')).toMatchObject({ rule: 'EHC-53', dueOn: '2026-03-19' });
    expect(deadlineOf(rows, 'decision')).toMatchObject({ rule: 'EHC-22', dueOn: '2026-04-07' });
  });

  test('EHC-08: without a meeting the decision has the twelve months only, and so have the proposed amendments', () => {
    expect(due('cycle', { clockStart: '2025-03-15' })).toMatchObject({ review: '2026-03-14' });
    expect(due('cycle', { clockStart: '2025-03-15' }).decision).toBeUndefined();
    const announced = due('cycle', { clockStart: '2025-03-15', decisionNotice: '2026-03-01' }, amend);
    expect(announced.amendmentNotice).toBe('2026-03-14');
  });

  test('EHC-E6: a meeting on 1 Dec 2026 has its decision due on 29 Dec 2026, Christmas or not', () => {
    expect(due('cycle', { meeting: '2026-12-01' }).decision).toBe('2026-12-29');
  });

  test('EHC-E10: a plan taken over on 20 Dec 2025 is reviewed by 19 Mar 2026, the letter goes out by 31 Jan 2026', () => {
    const rows = rowsOf('cycle', { clockStart: '2025-01-10', movedIn: '2025-12-20' });
    expect(deadlineOf(rows, 'reviewAfterMove')).toMatchObject({ rule: 'EHC-53', dueOn: '2026-03-19' });
    expect(deadlineOf(rows, 'review', '2025-12-19').dueOn).toBe('2026-01-09');
    expect(rows.filter(({ key, validTo }) => key === 'review' && validTo === undefined)).toEqual([]);
    expect(due('plan', { movedIn: '2025-12-20' }).moveInLetter).toBe('2026-01-31');
  });

  test('EHC-E21: a plan finalised on 15 Dec 2025, the last day for representations on a notice of 1 Dec, is too early', () => {
    const dates = { amendmentNotice: '2025-12-01', noticeServed: '2025-12-01', finalPlan: '2025-12-15' };
    const bar = deadlineOf(rowsOf('cycle', dates, amend), 'finalNotBefore');
    expect(bar).toMatchObject({ rule: 'EHC-25', dueOn: '2025-12-16' });
    expect(statusOn(bar, civilDate('2025-12-15'))).toBe('too early');
    const waived = { ...dates, representationsWaived: '2025-12-08' };
    expect(due('cycle', waived, amend).finalNotBefore).toBeUndefined();
  });

  test('EHC-28: a decision not to amend takes the place of the final plan', () => {
    const dates = { meeting: '2025-11-10', amendmentNotice: '2025-11-24', notToAmend: '2026-01-12' };
    const rows = rowsOf('cycle', dates, amend);
    expect(deadlineOf(rows, 'notToAmend')).toMatchObject({ dueOn: '2026-01-19', metOn: '2026-01-12' });
    expect(deadlineOf(rows, 'finalPlan', '2026-01-11')).toMatchObject({ dueOn: '2026-01-19', validTo: '2026-01-12' });
  });

  test('EHC-24: an outcome counts from the day on which it was decided', () => {
    const dates = { meeting: '2025-11-10', decisionNotice: '2025-12-01' };
    const rows = rowsOf('cycle', dates, { outcome: { is: 'amend', since: civilDate('2025-12-01') } });
    expect(deadlineOf(rows, 'amendmentNotice')).toMatchObject({ validFrom: '2025-12-01', dueOn: '2025-12-08' });
  });

  test('EHC-64: no plan goes beyond the day before the 26th birthday: from then on nobody is asked for its review', () => {
    const review = deadlineOf(rowsOf('cycle', { clockStart: '2021-11-10', birthDate: '2000-07-19' }), 'review');
    expect(['2026-07-18', '2026-07-19', '2026-07-20'].map((on) => statusOn(review, civilDate(on)))).toEqual([
      'absent',
      'passed',
      'passed',
    ]);
  });

  test('EHC-34: the advice for an under-five ends with the fifth birthday, done or not', () => {
    const rows = rowsOf('cycle', { clockStart: '2025-01-10', birthDate: '2021-09-15' });
    const under5 = deadlineOf(rows, 'under5');
    expect(under5).toMatchObject({ dueOn: '2025-07-10', lapsesOn: '2026-09-15' });
    expect(['2026-09-14', '2026-09-15', '2026-09-16'].map((on) => statusOn(under5, civilDate(on)))).toEqual([
      'absent',
      'passed',
      'passed',
    ]);
  });

  test('EHC-09, EHC-43, EHC-44: a day to plan by is never late: the limit that it leads to has its own date', () => {
    const target = deadlineOf(rowsOf('cycle', { clockStart: '2025-03-15' }), 'meetingTarget');
    expect(['2026-02-14', '2026-02-15'].map((on) => statusOn(target, civilDate(on)))).toEqual(['due', 'passed']);
    const phase = rowsOf('phase', { transferDue: '2026-09-01' }, { phase: 'primary-to-secondary' });
    const kinds = phase.map(({ key, kind }) => [key, kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      phasePlan: 'deadline',
      officeDay: 'planning',
      latestMeeting: 'planning',
    });
  });

  test('EHC-27: after a notice that only a return tells of, whether the final plan was issued is not known until something is recorded', () => {
    const told = (on: string) => ({ on: civilDate(on), eventId: on, notEvidenced: true });
    const facts = {
      meeting: told('2024-10-07'),
      decisionNotice: told('2024-11-04'),
      amendmentNotice: told('2024-11-04'),
    };
    const final = (more: object = {}) =>
      deadlineOf(deadlinesFor(pack, 'cycle', { ...facts, ...more }, amend), 'finalPlan');
    const days = ['2024-11-05', '2024-12-30', '2024-12-31', '2026-11-30'];
    expect(days.map((on) => statusOn(final(), civilDate(on)))).toEqual(days.map(() => 'not known'));
    const served = final({ noticeServed: { on: civilDate('2024-11-06'), eventId: 's' } });
    expect(days.map((on) => statusOn(served, civilDate(on)))).toEqual(['not known', 'due', 'overdue', 'overdue']);
    const issued = final({ finalPlan: { on: civilDate('2024-12-20'), eventId: 'f' } });
    expect(statusOn(issued, civilDate('2024-12-20'))).toBe('met');
  });

  test('EHC-34: an under-five has a soft window of three to six months, cut off by the fifth birthday', () => {
    const rows = rowsOf('cycle', { clockStart: '2026-01-10', birthDate: '2022-03-01' });
    expect(deadlineOf(rows, 'under5')).toMatchObject({ force: 'national', opensOn: '2026-04-10', dueOn: '2026-07-10' });
    expect(due('cycle', { clockStart: '2026-01-10', birthDate: '2021-05-01' }).under5).toBe('2026-04-30');
    expect(due('cycle', { clockStart: '2026-01-10', birthDate: '2021-04-10' }).under5).toBeUndefined();
  });
});

describe('phase transfers', () => {
  const transfer = { transferDue: '2026-09-01 since 2025-09-01' };

  test('EHC-40, EHC-44: a transfer in September 2026 is due on 15 Feb 2026, its meeting by 23 Nov 2025', () => {
    const rows = rowsOf('phase', transfer, { phase: 'primary-to-secondary' });
    expect(deadlineOf(rows, 'phasePlan')).toMatchObject({ dueOn: '2026-02-15', validFrom: '2025-09-01' });
    expect(deadlineOf(rows, 'phasePlan').comparison?.dueOn).toBe('2026-02-14');
    expect(deadlineOf(rows, 'latestMeeting').dueOn).toBe('2025-11-23');
    expect(deadlineOf(rows, 'officeDay')).toMatchObject({ dueOn: '2026-02-13', force: 'practice' });
  });

  test('EHC-43: the last office day before a Sunday limit is the Friday, and the limit itself stays on the Sunday', () => {
    const dates = due('phase', transfer, { phase: 'primary-to-secondary' });
    expect(dates).toMatchObject({ phasePlan: '2026-02-15', officeDay: '2026-02-13' });
    // 31 March 2027 is the Wednesday after Easter: the day before is a working day.
    const post16 = due('phase', { transferDue: '2027-09-01' }, { phase: 'secondary-to-post-16' });
    expect(post16).toMatchObject({ postSixteenPlan: '2027-03-31', officeDay: '2027-03-30' });
  });

  test('EHC-44: with the plan issued nobody is asked to hold the meeting any more', () => {
    const named = { ...transfer, finalPlan: '2026-01-20' };
    expect(due('phase', named, { phase: 'primary-to-secondary' }).latestMeeting).toBeUndefined();
  });

  test('EHC-41, EHC-44: secondary to post-16 is due on 31 Mar; its meeting by 6 Jan, in a leap year 7 Jan', () => {
    const flags = { phase: 'secondary-to-post-16' };
    expect(due('phase', transfer, flags)).toMatchObject({ postSixteenPlan: '2026-03-31', latestMeeting: '2026-01-06' });
    expect(due('phase', { transferDue: '2028-09-01' }, flags).latestMeeting).toBe('2028-01-07');
  });

  test.each([
    ['2026-09-01', '2026-04-01'],
    ['2026-07-31', '2026-02-28'],
    ['2027-01-04', '2026-08-04'],
  ])('EHC-42, CAL-E13: a transfer between post-16 institutions on %s is due on %s', (transferDue, expected) => {
    const dates = { transferDue };
    expect(due('phase', dates, { phase: 'post-16-to-post-16' }).nextInstitutionPlan).toBe(expected);
  });
});
