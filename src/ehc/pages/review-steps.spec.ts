// A review as a list of tasks: what is done, what comes next, what may be recorded. "Complete" comes from the decision notice only.
import { civilDate } from '../../kernel/calendar/index.js';
import { after, issued, stateOf, step } from '../domain/history-for-tests.js';
import { viewPlan } from '../queries/view-plan.js';
import { stepsOf } from './review-steps.js';

const review = (...steps: Parameters<typeof after>[1][]) =>
  viewPlan('p', stateOf(after([issued('2025-11-20')], ...steps)), civilDate('2026-11-25'))!.reviews[0]!;
const told = (of: ReturnType<typeof review>) =>
  stepsOf(of).map(({ key, doneOn, open, forms }) => [
    key,
    doneOn ?? (open ? 'open' : 'not yet'),
    forms.map(({ name }) => name).join(),
  ]);

it('nobody began: the meeting can be arranged, held, and even a decision recorded late', () =>
  expect(told(review())).toEqual([
    ['invitations', 'open', 'planned-meeting,invitations'],
    ['advice', 'open', 'advice'],
    ['meeting', 'open', 'meeting'],
    ['report', 'not yet', ''],
    ['decision', 'not yet', 'decision'],
  ]));

it('R1: after the meeting the report and the decision are open, and nothing says done', () => {
  const steps = stepsOf(review(step.meeting('2026-11-02')));
  expect(steps.filter(({ open }) => open).map(({ key }) => key)).toEqual(['report', 'decision']);
  expect(steps.find(({ key }) => key === 'decision')?.note).toBe('Only this completes the review.');
});

it('EHC-24: "we will amend" without the amendments leaves their notice open', () => {
  const announced = review(
    step.meeting('2026-10-02'),
    step.decision('2026-10-20', 'amend', { proposedChanges: 'not-attached' }),
  );
  expect(told(announced).slice(4, 7)).toEqual([
    ['decision', '2026-10-20', ''],
    ['amendmentNotice', 'open', 'amendment-notice'],
    ['served', 'not yet', ''],
  ]);
});

it('an amendment goes on through service to the final plan; maintaining ends with the notice', () => {
  const amended = review(step.meeting('2026-10-02'), step.decision('2026-10-20', 'amend'), step.served('2026-10-22'));
  expect(told(amended).slice(-3)).toEqual([
    ['served', '2026-10-22', 'served,bounced'],
    ['representations', 'not yet', 'representations,waiver'],
    ['finalPlan', 'open', 'final-plan,not-to-amend'],
  ]);
  const decided = viewPlan(
    'p',
    stateOf(after([issued('2025-11-20')], step.meeting('2026-10-02'), step.decision('2026-10-20', 'maintain'))),
    civilDate('2026-11-25'),
  )!.reviews[0]!;
  expect(told(decided).map(([key]) => key)).toEqual(['invitations', 'advice', 'meeting', 'report', 'decision']);
});
