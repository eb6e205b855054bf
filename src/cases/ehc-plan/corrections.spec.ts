// Corrections are new facts with a reason; the state follows them wherever the date stands (REC-24).
import { given } from '../../kernel/given-when-then.js';
import { clockStartOf, statusOfCycle } from './domain/cycles.js';
import { ehcPlan } from './ehc-plan.js';
import { statusOf } from './domain/plan-status.js';
import { after, ask, issued, stateOf, step } from './domain/history-for-tests.js';

// Events are e1 (plan), e2 (meeting), e3 (decision), e4 (next meeting).
const history = after(
  [issued('2023-11-20')],
  step.meeting('2024-11-01'),
  step.decision('2024-11-25', 'maintain'),
  step.meeting('2025-10-20'),
);
const correct = (correctsEventId: string, to: string, field = 'on') =>
  ({ type: 'CorrectDate', on: '2026-01-05', correctsEventId, field, to, reason: 'the letter says so' }) as never;

describe('Corrections', () => {
  it('EHC-03: a corrected decision date moves the clock of the next review', () => {
    const state = stateOf(after(history, correct('e3', '2024-11-28')));
    expect(state.cycles[0]?.decision?.on).toBe('2024-11-28');
    expect(clockStartOf(state, state.cycles[1])).toMatchObject({ on: '2024-11-28', eventId: 'e3' });
  });

  it('says nothing when the date is the same, and needs a fact that exists, and a day that is over', () => {
    expect(given(ehcPlan, history).when(correct('e3', '2024-11-25')).facts).toEqual([]);
    expect(given(ehcPlan, history).when(correct('nothing', '2024-11-25')).refusal?.type).toBe('not-found');
    expect(given(ehcPlan, history).when(correct('e3', '2026-02-01')).refusal?.parts.fields?.[0]?.field).toBe('to');
  });

  it('EHC-08: a correction cannot put a decision before its meeting', () => {
    expect(given(ehcPlan, history).when(correct('e3', '2024-10-30')).refusal?.parts).toMatchObject({
      rule: 'EHC-08',
      fields: [{ field: 'to' }],
    });
  });

  it('EHC-02: a withdrawn decision notice leaves its review without one', () => {
    const withdrawn = after(history, {
      type: 'WithdrawFact',
      on: '2026-01-05',
      eventId: 'e3',
      reason: 'belongs to another child',
    });
    const state = stateOf(withdrawn);
    expect(statusOfCycle(state, state.cycles[0]!)).toBe('left undecided');
    expect(clockStartOf(state, state.cycles[1])?.on).toBe('2023-11-20');
  });

  it('a withdrawn plan is no plan', () => {
    const withdrawn = after([issued('2023-11-20')], {
      type: 'WithdrawFact',
      on: '2026-01-05',
      eventId: 'e1',
      reason: 'wrong child',
    });
    expect(statusOf(stateOf(withdrawn)).status).toBe('withdrawn');
    expect(given(ehcPlan, withdrawn).when(ask(step.meeting('2026-01-02'))).refusal?.type).toBe('not-found');
  });
});
