// EHC-35: a request for an early review has one end: it is answered, or it was withdrawn.
import { given } from '../../kernel/given-when-then.js';
import { after, ask, issued } from './domain/history-for-tests.js';
import { ehcPlan } from './ehc-plan.js';

const requested = after([issued('2026-01-20')], {
  type: 'RequestEarlyReview',
  on: '2026-05-04',
  requestId: 'r1',
  by: 'family',
  reason: 'Moved school',
});
const answer = (on: string) =>
  ask({ type: 'AnswerEarlyReview', on, requestId: 'r1', agreed: true, reason: 'Agreed', newCycleId: 'c1' });
const withdrawal = (on: string) => ask({ type: 'WithdrawEarlyRequest', on, requestId: 'r1' });

test('EHC-35, R11: agreed, it opens an early review', () => {
  const { facts } = given(ehcPlan, requested).when(answer('2026-05-11'));
  expect(facts.map(({ type }) => type)).toEqual(['EarlyReviewAnswered', 'ReviewCycleOpened']);
});

test('EHC-35: what was withdrawn is not answered: no review opens from it', () => {
  const { facts, refusal } = given(ehcPlan, after(requested, withdrawal('2026-05-06') as never)).when(
    answer('2026-05-11'),
  );
  expect([facts, refusal?.type]).toEqual([[], 'already-exists']);
});

test('EHC-35: what was answered is not withdrawn; a withdrawal that is told twice is recorded once', () => {
  const answered = after(requested, answer('2026-05-11'));
  expect(given(ehcPlan, answered).when(withdrawal('2026-05-12')).refusal?.type).toBe('already-exists');
  const withdrawn = after(requested, withdrawal('2026-05-06'));
  const { facts, refusal } = given(ehcPlan, withdrawn).when(withdrawal('2026-05-07'));
  expect([facts, refusal]).toEqual([[], undefined]);
});
