// The clocks of a review, and what they would be with its meeting on another day.
import fc from 'fast-check';
import { addDays, civilDate } from '../../kernel/calendar/index.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { after, issued, stateOf, step } from './domain/history-for-tests.js';
import type { Plan } from './domain/state.js';
import { clockIfMeetingOn, clockOf } from './review-clocks.js';

const day = civilDate;
const of = (plan: Plan, choices: Choices = []) => ({ id: 'p', plan, choices });
const due = (clock: ReturnType<typeof clockOf>, key: string) => clock?.lines.find((line) => line.key === key)?.dueOn;

it('EHC-21, EHC-22: report and decision hang on the meeting that was held', () => {
  const plan = stateOf(after([issued('2025-11-20')], step.meeting('2026-09-01')));
  const clock = clockOf(of(plan), plan.cycles[0]!.id, day('2026-09-02'));
  expect([due(clock, 'report'), due(clock, 'decision')]).toEqual(['2026-09-15', '2026-09-29']);
  expect(clock?.lines.find(({ key }) => key === 'decision')?.basis.join(' ')).toContain('1 Sep 2026');
});

it('what if: every clock moves with the supposed meeting; the final plan is that of an amendment decided on the last day', () => {
  const plan = stateOf([issued('2025-11-20')]);
  const clock = clockIfMeetingOn(of(plan), 'next', day('2026-08-01'), day('2026-09-01'));
  expect(['invitations', 'report', 'decision', 'finalPlan'].map((key) => due(clock, key))).toEqual([
    '2026-08-18',
    '2026-09-15',
    '2026-09-29',
    '2026-11-24',
  ]);
});

it('what if changes nothing of the plan, and puts aside what followed the meeting that was', () => {
  const plan = stateOf(after([issued('2025-11-20')], step.meeting('2026-09-01'), step.report('2026-09-10')));
  const before = JSON.stringify(plan);
  const id = plan.cycles[0]!.id;
  const clock = clockIfMeetingOn(of(plan), id, day('2026-09-11'), day('2026-09-08'));
  expect(due(clock, 'report')).toBe('2026-09-22');
  expect(clock?.lines.find(({ key }) => key === 'report')?.metOn).toBeNull();
  expect(JSON.stringify(plan)).toBe(before);
});

it('EHC-22, EHC-27: for a review that is late already, a meeting on 11 Jan 2027 gives a final plan by 5 Apr 2027', () => {
  const plan = stateOf([issued('2025-09-26')]);
  const clock = clockIfMeetingOn(of(plan), 'next', day('2026-11-30'), day('2027-01-11'));
  expect(['review', 'report', 'decision', 'amendmentNotice', 'finalPlan'].map((key) => due(clock, key))).toEqual([
    '2026-09-25',
    '2027-01-25',
    '2027-02-08',
    '2027-02-08',
    '2027-04-05',
  ]);
  const final = clock?.lines.filter(({ key }) => key === 'finalPlan');
  expect(final?.map(({ basis, ifAmended }) => [basis, ifAmended])).toEqual([
    [['if the decision is to amend the plan', '12 weeks of 11 Jan 2027 (if so: meeting held) end on 5 Apr 2027'], true],
  ]);
});

it('EHC-26: a notice that was in fact sent keeps its eight weeks under another day of the meeting, if it went out after that day', () => {
  const plan = stateOf(after([issued('2025-09-26')], step.meeting('2026-10-01'), step.decision('2026-10-12', 'amend')));
  const id = plan.cycles[0]!.id;
  const earlier = clockIfMeetingOn(of(plan), id, day('2026-11-30'), day('2026-10-05'));
  // 8 weeks of 12 Oct, before 12 weeks of 5 Oct.
  expect(due(earlier, 'finalPlan')).toBe('2026-12-07');
  expect(earlier?.lines.find(({ key }) => key === 'finalPlan')?.basis[0]).toContain('12 Oct 2026 (notice');
  const onThatDay = clockIfMeetingOn(of(plan), id, day('2026-11-30'), day('2026-10-12'));
  expect(due(onThatDay, 'finalPlan')).toBe('2026-12-07');
  // A meeting after the letter cannot have led to it: the letter belongs to the meeting that was.
  const later = clockIfMeetingOn(of(plan), id, day('2026-11-30'), day('2026-10-13'));
  expect(due(later, 'finalPlan')).toBe('2027-01-05');
});

it('EHC-23: what was decided in fact is not supposed away: maintained, no final plan is due', () => {
  const plan = stateOf(
    after([issued('2025-09-26')], step.meeting('2026-10-01'), step.decision('2026-10-12', 'maintain')),
  );
  const clock = clockIfMeetingOn(of(plan), plan.cycles[0]!.id, day('2026-11-30'), day('2026-10-05'));
  expect(clock?.lines.some(({ ifAmended, key }) => ifAmended === true || key === 'finalPlan')).toBe(false);
});

describe('EHC-40 to EHC-45: a review that leads up to a phase transfer', () => {
  const expecting = (phase: 'primary-to-secondary' | 'secondary-to-post-16') =>
    stateOf(
      after([issued('2025-09-26')], {
        type: 'ExpectPhaseTransfer',
        on: '2026-09-10',
        transferId: 't',
        phase,
        transferOn: day('2027-09-01'),
      }),
    );
  const ask = (phase: Parameters<typeof expecting>[0], on: string) =>
    clockIfMeetingOn(of(expecting(phase)), 'next', day('2026-11-30'), day(on));

  it('has the limit of 15 February beside its own, with the last office day and the last meeting that fits', () => {
    const clock = ask('primary-to-secondary', '2027-01-11');
    expect(['latestMeeting', 'officeDay', 'phasePlan', 'finalPlan'].map((key) => due(clock, key))).toEqual([
      '2026-11-23',
      '2027-02-12',
      '2027-02-15',
      '2027-04-05',
    ]);
    expect(clock?.lines.map(({ dueOn }) => dueOn)).toEqual(clock?.lines.map(({ dueOn }) => dueOn).sort());
  });

  it('has the limit of 31 March from school to what comes after 16', () =>
    expect(due(ask('secondary-to-post-16', '2027-01-11'), 'postSixteenPlan')).toBe('2027-03-31'));

  it.each([
    ['2026-08-31', undefined],
    ['2026-09-01', '2027-02-15'],
    ['2027-08-31', '2027-02-15'],
    ['2027-09-01', undefined],
  ])('a meeting on %s: the limit is %s', (on, expected) =>
    expect(due(ask('primary-to-secondary', on), 'phasePlan')).toBe(expected),
  );
});

const late = fc.integer({ min: 366, max: 1500 });

it('what if, of any late review: nothing that follows the meeting lies before it, and no sentence tells of what did not happen', () => {
  // A meeting of tomorrow can still be invited to, however late; of one of today, see below.
  const ahead = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(late, ahead, (sinceMade, until) => {
      const asOf = day('2026-11-30');
      const on = addDays(asOf, until);
      const plan = stateOf([issued(addDays(asOf, -sinceMade))]);
      const clock = clockIfMeetingOn(of(plan), 'next', asOf, on);
      expect([due(clock, 'report'), due(clock, 'decision')]).toEqual([addDays(on, 14), addDays(on, 28)]);
      expect([due(clock, 'amendmentNotice'), due(clock, 'finalPlan')]).toEqual([addDays(on, 28), addDays(on, 84)]);
      const told = clock!.lines.flatMap(({ basis }) => basis).join(' ');
      expect(told).not.toMatch(/sent\)|served|issued/);
      expect(told.match(/meeting held\)/g)?.length).toBe(told.match(/if so: meeting held\)/g)?.length);
      expect(clock!.lines.filter(({ status }) => status === 'missed')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['2026-11-29', 'missed'],
  ['2026-11-30', 'missed'],
  ['2026-12-01', 'absent'],
])('EHC-15, EHC-16: asked on 30 Nov 2026, with a meeting on %s invitations and advice are %s', (on, status) =>
  fc.assert(
    fc.property(late, (sinceMade) => {
      const asOf = day('2026-11-30');
      const plan = stateOf([issued(addDays(asOf, -sinceMade))]);
      const clock = clockIfMeetingOn(of(plan), 'next', asOf, day(on));
      const before = clock?.lines.filter(({ key }) => key === 'invitations' || key === 'adviceCirculated');
      expect(before?.map((line) => line.status)).toEqual([status, status]);
    }),
    { numRuns: 20 },
  ),
);

it('no such review has no clock', () =>
  expect(clockOf(of(stateOf([issued('2025-11-20')])), 'other', day('2026-01-01'))).toBeUndefined());
