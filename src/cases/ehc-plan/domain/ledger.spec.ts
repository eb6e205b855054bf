// Who is invited and asked, the headings of the minutes, requests and phase transfers (EHC-13 to EHC-20, EHC-35, EHC-40 to EHC-46).
import { given } from '../../../kernel/given-when-then.js';
import { ehcPlan } from '../ehc-plan.js';
import { ledgerOf, requiredRoles } from './ledger.js';
import { after, ask, day, issued, stateOf, step } from './history-for-tests.js';
import { legalRoles } from './words.js';

const plan = [issued('2024-11-20')];
const slots = {
  employment: 'outcome-set',
  independentLiving: 'considered-none-needed',
  community: 'outcome-set',
  health: 'not-considered',
};
const invite = (on: string, roles: readonly string[]) =>
  ({ type: 'SendInvitations', on, roles, meetingOn: '2025-11-10', channel: 'email', newCycleId: 'c' }) as never;

describe('The ledger of a review', () => {
  it('EHC-13: five must be invited, and who was left out can be seen', () => {
    const state = stateOf(after(plan, invite('2025-10-20', ['family', 'setting', 'sen-officer'])));
    const lines = ledgerOf(state, state.cycles[0]!, day('2025-11-10'));
    expect(lines).toHaveLength(5);
    expect(lines.filter(({ invited }) => !invited).map(({ role }) => role)).toEqual(['health', 'social-care']);
  });

  it('EHC-14: without an institution there is no head to invite', () => {
    const home = after(plan, {
      type: 'RecordPlacement',
      on: '2025-01-10',
      details: { placementId: 'p', kind: 'EHE', from: day('2025-01-06') },
    });
    expect(requiredRoles(stateOf(home), day('2025-11-10'))).toEqual(['family', 'sen-officer', 'health', 'social-care']);
  });

  it('EHC-15: an invitation to another day is no notice of this one', () => {
    const moved = after(plan, invite('2025-10-20', legalRoles), {
      type: 'PlanMeeting',
      on: '2025-11-01',
      meetingOn: day('2025-12-01'),
      newCycleId: 'c',
    });
    const state = stateOf(moved);
    expect(ledgerOf(state, state.cycles[0]!, day('2025-12-01')).every(({ invited }) => !invited)).toBe(true);
  });

  it('EHC-16, EHC-17, R8: advice is asked for, answered or declined role by role; a nil return is an answer', () => {
    const advice = (on: string, kind: string, role: string, more: object = {}) =>
      ({ type: 'RecordAdvice', on, step: kind, roles: [role], channel: 'email', newCycleId: 'c', ...more }) as never;
    const history = after(
      plan,
      advice('2025-09-20', 'requested', 'health'),
      advice('2025-10-04', 'chased', 'health'),
      advice('2025-10-10', 'received', 'health', { adviceDatedOn: day('2023-05-01') }),
      advice('2025-10-11', 'nil', 'social-care'),
      advice('2025-10-12', 'circulated', 'health'),
    );
    const state = stateOf(history);
    const line = (role: string) =>
      ledgerOf(state, state.cycles[0]!, day('2025-11-10')).find((each) => each.role === role);
    expect(line('health')).toMatchObject({
      answered: { step: 'received' },
      dated: { on: '2023-05-01' },
      circulated: { on: '2025-10-12' },
    });
    expect(line('social-care')?.answered?.step).toBe('nil');
    expect(given(ehcPlan, plan).when(advice('2025-10-04', 'declined', 'health')).refusal?.parts.rule).toBe('EHC-16');
    expect(given(ehcPlan, plan).when(advice('2025-10-04', 'chased', 'health')).refusal?.parts.rule).toBe('EHC-16');
  });

  it('EHC-18: the minutes must say whether progress towards the outcomes was considered', () => {
    const { refusal } = given(ehcPlan, plan).when(ask(step.meeting('2025-11-10', { outcomesConsidered: undefined })));
    expect(refusal?.parts).toMatchObject({ rule: 'EHC-18', fields: [{ field: 'outcomesConsidered' }] });
  });

  it('EHC-19, EHC-20: in Year 9 by the birth date, all four areas are needed', () => {
    const birthDate = day('2012-08-31'); // CAL-E16: Year 9 on 1 Oct 2025
    const { refusal } = given(ehcPlan, plan).when(
      ask(step.meeting('2025-11-10', { birthDate, preparingForAdulthood: { health: 'outcome-set' } })),
    );
    expect(refusal?.parts.rule).toBe('EHC-20');
    expect(refusal?.parts.fields).toHaveLength(3);
    expect(
      given(ehcPlan, plan).when(ask(step.meeting('2025-11-10', { birthDate, preparingForAdulthood: slots }))).refusal,
    ).toBeUndefined();
  });

  it('CAL-14, EHC-19: the recorded year group wins over the one of the birth date, and moves on with the years', () => {
    const held = after(plan, { type: 'RecordYearGroup', on: '2024-12-01', yearGroup: 7 });
    const birthDate = day('2012-08-31');
    expect(given(ehcPlan, held).when(ask(step.meeting('2025-11-10', { birthDate }))).refusal).toBeUndefined();
    expect(given(ehcPlan, held).when(ask(step.meeting('2026-11-10', { birthDate }))).refusal?.parts.rule).toBe(
      'EHC-20',
    );
  });

  it('EHC-35, R11: a request for an early review gets an answer with a reason; when agreed, a review opens', () => {
    const asked = after(plan, {
      type: 'RequestEarlyReview',
      on: '2025-03-01',
      requestId: 'r',
      by: 'family',
      reason: 'risk of exclusion',
    });
    const answer = {
      type: 'AnswerEarlyReview',
      on: '2025-03-10',
      requestId: 'r',
      agreed: true,
      reason: 'agreed',
      newCycleId: 'c',
    } as const;
    expect(given(ehcPlan, asked).when(ask({ ...answer, reason: '' })).refusal?.parts.rule).toBe('EHC-35');
    const state = stateOf(after(asked, answer));
    expect(state.cycles[0]?.opened?.kind).toBe('early');
    expect(state.requests[0]?.answered?.agreed).toBe(true);
  });
});
