// The clocks of a review, and what they would be with its meeting on another day.
import { civilDate } from '../kernel/calendar/index.js';
import { after, issued, stateOf, step } from './domain/history-for-tests.js';
import { clockIfMeetingOn, clockOf } from './review-clocks.js';

const day = civilDate;
const due = (clock: ReturnType<typeof clockOf>, key: string) => clock?.lines.find((line) => line.key === key)?.dueOn;

it('EHC-21, EHC-22: report and decision hang on the meeting that was held', () => {
  const plan = stateOf(after([issued('2025-11-20')], step.meeting('2026-09-01')));
  const clock = clockOf('p', plan, undefined, plan.cycles[0]!.id, day('2026-09-02'));
  expect([due(clock, 'report'), due(clock, 'decision')]).toEqual(['2026-09-15', '2026-09-29']);
  expect(clock?.lines.find(({ key }) => key === 'decision')?.basis.join(' ')).toContain('1 Sep 2026');
});

it('what if: every clock moves with the supposed meeting; the final plan is that of an amendment decided on the last day', () => {
  const plan = stateOf([issued('2025-11-20')]);
  const clock = clockIfMeetingOn('p', plan, undefined, 'next', day('2026-08-01'), day('2026-09-01'));
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
  const clock = clockIfMeetingOn('p', plan, undefined, id, day('2026-09-11'), day('2026-09-08'));
  expect(due(clock, 'report')).toBe('2026-09-22');
  expect(clock?.lines.find(({ key }) => key === 'report')?.metOn).toBeNull();
  expect(JSON.stringify(plan)).toBe(before);
});

it('no such review has no clock', () =>
  expect(clockOf('p', stateOf([issued('2025-11-20')]), undefined, 'other', day('2026-01-01'))).toBeUndefined());
