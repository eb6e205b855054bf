// When a review is complete, and when the next one's clock starts (EHC-01 to EHC-08, EHC-51).
import { given } from '../../../kernel/given-when-then.js';
import { clockStartOf, openCycle, statusOfCycle } from './cycles.js';
import { ehcPlan } from '../ehc-plan.js';
import { ehcEvents as events } from './events.js';
import { after, ask, day, issued, personId, rulePack, stateOf, step } from './history-for-tests.js';

const plan = [issued('2023-11-20')];

describe('A review and its clock', () => {
  it('EHC-02: is not complete after the meeting and the report', () => {
    const state = stateOf(after(plan, step.meeting('2024-11-01'), step.report('2024-11-08')));
    expect(state.cycles).toHaveLength(1);
    expect(statusOfCycle(state, state.cycles[0]!)).toBe('open');
    expect(clockStartOf(state, undefined)?.on).toBe('2023-11-20');
  });

  it('EHC-E1, EHC-02, EHC-03: is complete on 25 Nov 2024, the day of the decision notice, and the clock starts then', () => {
    const history = after(
      plan,
      step.meeting('2024-11-01'),
      step.decision('2024-11-25', 'amend'),
      step.served('2024-11-26'),
    );
    const state = stateOf(after(history, step.final('2025-01-20')));
    expect(statusOfCycle(state, state.cycles[0]!)).toBe('complete');
    expect(openCycle(state)).toBeUndefined();
    expect(clockStartOf(state, undefined)?.on).toBe('2024-11-25');
  });

  it('EHC-04: a final plan on the order of the Tribunal leaves the clock alone', () => {
    const history = after(plan, step.meeting('2024-11-01'), step.decision('2024-11-25', 'maintain'));
    const state = stateOf(after(history, step.final('2025-06-01', { origin: 'tribunal' })));
    expect(state.finals).toHaveLength(1);
    expect(clockStartOf(state, undefined)?.on).toBe('2024-11-25');
  });

  it('EHC-05: an amendment without a review leaves the clock alone', () => {
    const history = after(
      plan,
      ask({ type: 'SendAmendmentNotice', on: '2024-03-01', newAmendmentId: 'a1', withoutReview: true }),
      { type: 'ServeNotice', on: '2024-03-01', amendmentId: 'a1', channel: 'post' },
      {
        type: 'IssueFinalPlan',
        on: '2024-03-20',
        amendmentId: 'a1',
        origin: 'amendment-without-review',
        recipients: ['family', 'setting', 'icb'],
      },
    );
    expect(clockStartOf(stateOf(history), undefined)?.on).toBe('2023-11-20');
  });

  it('EHC-08: a decision can be sent where no meeting was held', () => {
    const { facts } = given(ehcPlan, plan).when(ask(step.decision('2024-11-10', 'maintain')));
    expect(facts.map(({ type }) => type)).toEqual(['DecisionNoticeSent']);
  });

  it('EHC-08: a decision before the meeting of its own review is refused, and the field is named', () => {
    const history = after(plan, step.meeting('2024-11-01'));
    const { refusal } = given(ehcPlan, history).when(ask(step.decision('2024-10-30', 'maintain')));
    expect(refusal?.parts.fields?.[0]?.field).toBe('on');
    expect(refusal?.parts.rule).toBe('EHC-08');
  });

  it('EHC-21: a report before the meeting is refused', () => {
    const history = after(plan, step.meeting('2024-11-01'));
    expect(given(ehcPlan, history).when(ask(step.report('2024-10-30'))).refusal?.parts.rule).toBe('EHC-21');
  });

  it('EHC-01: nothing of a review lies before the plan was made', () => {
    const { refusal } = given(ehcPlan, plan).when(ask(step.meeting('2023-11-19')));
    expect(refusal?.parts).toMatchObject({ rule: 'EHC-01', fields: [{ field: 'on' }] });
  });

  it('opens the next review by its first step, and keeps what belongs to the one before', () => {
    const history = after(
      plan,
      step.meeting('2024-11-01'),
      step.decision('2024-11-25', 'maintain'),
      step.meeting('2025-10-20'),
      step.report('2024-11-10'), // entered late: the dates decide to which review it belongs
    );
    const state = stateOf(history);
    expect(state.cycles.map((cycle) => [cycle.meeting?.on, cycle.report?.on, cycle.decision?.on])).toEqual([
      ['2024-11-01', '2024-11-10', '2024-11-25'],
      ['2025-10-20', undefined, undefined],
    ]);
    expect(clockStartOf(state, state.cycles[1])?.on).toBe('2024-11-25');
  });

  it('R1: a meeting that nobody decided on is left undecided by a later review, never complete', () => {
    const undecided = after(plan, step.meeting('2024-03-01'));
    const another = { type: 'OpenReview', on: '2025-02-01', kind: 'annual', newCycleId: 'later' } as const;
    expect(given(ehcPlan, undecided).when(ask(another)).refusal?.parts.rule).toBe('EHC-02');
    const state = stateOf(after(undecided, { ...another, inPlaceOfUndecided: true }, step.meeting('2025-03-01')));
    expect(state.cycles.map((cycle) => statusOfCycle(state, cycle))).toEqual(['left undecided', 'open']);
    expect(clockStartOf(state, state.cycles[1])?.on).toBe('2023-11-20');
  });

  it('EHC-51, EHC-E10: a plan that moves in keeps the day on which it was first made', () => {
    const moved = events.planMovedIn.fact(day('2025-12-20'), {
      personId,
      authority: '882',
      rulePack,
      fromAuthority: '881',
      planMadeOn: day('2025-01-10'),
    });
    const state = stateOf([moved]);
    expect(state.made?.on).toBe('2025-01-10');
    expect(clockStartOf(state, undefined)?.on).toBe('2025-01-10');
  });

  it.each([
    ['reviewed there long after it was made', '2020-03-02', '2025-06-15', '2025-06-15'],
    ['reviewed there on the day of the transfer', '2020-03-02', '2025-12-20', '2025-12-20'],
    ['never reviewed there', '2025-03-02', undefined, '2025-03-02'],
  ])('EHC-51: of a plan that was %s the first clock here starts with that', (_, planMadeOn, lastReviewedOn, start) => {
    const takenOver = after([], {
      type: 'TakeOverPlan',
      on: '2025-12-20',
      personId,
      authority: '882',
      rulePack,
      fromAuthority: '881',
      planMadeOn: day(planMadeOn),
      lastReviewedOn: lastReviewedOn === undefined ? undefined : day(lastReviewedOn),
    });
    expect(clockStartOf(stateOf(takenOver), undefined)?.on).toBe(start);
    const [review] = stateOf(after(takenOver, step.meeting('2026-05-11'))).cycles;
    expect(clockStartOf(stateOf(after(takenOver, step.meeting('2026-05-11'))), review)?.on).toBe(start);
  });
});
