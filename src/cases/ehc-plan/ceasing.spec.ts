// Ceasing, appeals and moving away (EHC-50 to EHC-52, EHC-60 to EHC-66, EHC-70 to EHC-75).
import { given } from '../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion } from '../../rules/index.js';
import { ehcPlan } from './ehc-plan.js';
import { subjectsOf } from './domain/facts.js';
import { statusOf } from './domain/plan-status.js';
import { after, ask, day, issued, rulePack, stateOf, step } from './domain/history-for-tests.js';

const plan = [issued('2024-01-10')];
const propose = { type: 'ProposeCease', on: '2025-11-01', ceaseId: 'x', consulted: ['family', 'setting'] } as const;
const decide = (on: string, more: object = {}) =>
  ({ type: 'DecideCease', on, ground: 'needs-met-without-plan', appealRightsGiven: true, ...more }) as never;
const cease = (on: string, more: object = {}) => ({ type: 'CeasePlan', on, ...more }) as never;
const ruleOf = (history: typeof plan | ReturnType<typeof after>, command: Parameters<typeof ask>[0]) =>
  given(ehcPlan, history).when(ask(command)).refusal?.parts.rule;

describe('Ceasing a plan', () => {
  it.each(['turned-16', 'turned-18', 'turned-19'])('EHC-60: %s is never a ground by itself', (ground) => {
    expect(ruleOf(after(plan, propose), decide('2025-12-31', { ground }))).toBe('EHC-60');
  });

  it('EHC-61: under 18, being out of education is no ground', () => {
    const ground = { ground: 'no-longer-engages', birthDate: day('2008-03-01'), reviewShowsNoReturn: true };
    expect(ruleOf(after(plan, propose), decide('2025-12-31', ground))).toBe('EHC-61');
  });

  it('EHC-61: from 18, only after a review has shown that there is no return', () => {
    const ground = { ground: 'no-longer-engages', birthDate: day('2006-03-01') };
    expect(ruleOf(after(plan, propose), decide('2025-12-31', ground))).toBe('EHC-61');
    expect(ruleOf(after(plan, propose), decide('2025-12-31', { ...ground, reviewShowsNoReturn: true }))).toBe('EHC-61');
    const reviewed = after(
      plan,
      step.meeting('2025-10-01', { birthDate: undefined }),
      step.decision('2025-10-20', 'cease'),
      propose,
    );
    expect(ruleOf(reviewed, decide('2025-12-31', { ...ground, reviewShowsNoReturn: true }))).toBeUndefined();
  });

  it('EHC-62: two letters on two dates, to the family and the head, with the right of appeal', () => {
    expect(ruleOf(plan, { ...propose, consulted: ['family'] })).toBe('EHC-62');
    expect(ruleOf(plan, decide('2025-12-31'))).toBe('EHC-62');
    expect(ruleOf(after(plan, propose), decide('2025-11-01'))).toBe('EHC-62');
    expect(ruleOf(after(plan, propose), decide('2025-12-31', { appealRightsGiven: false }))).toBe('EHC-62');
    expect(ruleOf(plan, cease('2026-05-01'))).toBe('EHC-62');
  });

  it('EHC-63, EHC-66, EHC-E15: a letter of 31 Dec 2025 takes effect from 3 Mar 2026; until then the plan is in force', () => {
    const decided = after(plan, propose, decide('2025-12-31'));
    expect(statusOf(stateOf(decided)).status).toBe('cease decided');
    expect(ruleOf(decided, cease('2026-03-02'))).toBe('EHC-63');
    const ceased = after(decided, cease('2026-03-03'));
    expect(statusOf(stateOf(ceased))).toMatchObject({ status: 'ceased', since: { on: '2026-03-03' } });
    expect(ruleOf(ceased, step.meeting('2026-04-01'))).toBe('EHC-66');
  });

  it('EHC-70, EHC-63: a mediation certificate keeps the window open for another month', () => {
    const certified = after(plan, propose, decide('2025-12-31'), {
      type: 'RecordMediation',
      on: '2026-02-20',
      step: 'certificate',
    });
    expect(ruleOf(certified, cease('2026-03-20'))).toBe('EHC-63');
    expect(ruleOf(certified, cease('2026-03-21'))).toBeUndefined();
  });

  it('EHC-63: while an appeal is pending nothing ceases; dismissed, it may; upheld, the plan goes on', () => {
    const appealed = after(plan, propose, decide('2025-12-31'), {
      type: 'RegisterAppeal',
      on: '2026-02-01',
      appealId: 'a',
      placementOnly: false,
    });
    expect(ruleOf(appealed, cease('2026-08-01'))).toBe('EHC-63');
    const determine = (result: string, order: string) =>
      after(appealed, { type: 'DetermineAppeal', on: '2026-06-01', appealId: 'a', result, order });
    expect(ruleOf(determine('dismissed', 'cease'), cease('2026-06-01'))).toBeUndefined();
    const upheld = determine('upheld', 'keep-plan');
    expect(statusOf(stateOf(upheld)).status).toBe('maintained');
    expect(ruleOf(upheld, cease('2026-08-01'))).toBe('EHC-62');
  });

  it('EHC-06: a review is held while an appeal is running', () => {
    const appealed = after(plan, propose, decide('2025-12-31'), {
      type: 'RegisterAppeal',
      on: '2026-02-01',
      appealId: 'a',
      placementOnly: false,
    });
    expect(ruleOf(appealed, step.meeting('2026-02-10'))).toBeUndefined();
  });

  it('EHC-76: with the appeal dismissed the plan is to be ceased at once, whatever the order says', () => {
    const dismissed = after(
      plan,
      propose,
      decide('2025-12-31'),
      { type: 'RegisterAppeal', on: '2026-02-01', appealId: 'a', placementOnly: false },
      { type: 'DetermineAppeal', on: '2026-06-10', appealId: 'a', result: 'dismissed', order: 'none' },
    );
    const [subject] = subjectsOf('plan', stateOf(dismissed)).filter(({ scope }) => scope === 'tribunal');
    const rows = deadlinesFor(packByVersion(rulePack.pack, 1), 'tribunal', subject!.facts, subject!.flags);
    expect(rows).toMatchObject([{ key: 'cease', dueOn: '2026-06-10', metOn: undefined }]);
    expect(ruleOf(dismissed, cease('2026-06-10'))).toBeUndefined();
  });

  it('EHC-31: a review that decides to cease leaves the plan in force', () => {
    const reviewed = after(plan, step.meeting('2025-10-01'), step.decision('2025-10-20', 'cease'));
    expect(statusOf(stateOf(reviewed)).status).toBe('cease proposed');
    expect(ruleOf(reviewed, cease('2026-05-01'))).toBe('EHC-62');
  });

  it('EHC-64: the maximum age is the 25th birthday, not before', () => {
    const birthDate = day('2001-05-04');
    expect(ruleOf(plan, cease('2026-05-03', { ground: 'maximum-age', birthDate }))).toBe('EHC-64');
    expect(ruleOf(plan, cease('2026-05-04', { ground: 'maximum-age', birthDate }))).toBeUndefined();
  });

  it('EHC-65: a death ends the plan at once, and a plan that moves is passed on, not ceased', () => {
    expect(ruleOf(plan, cease('2026-05-03', { ground: 'deceased' }))).toBeUndefined();
    expect(ruleOf(plan, cease('2026-05-03', { ground: 'transferred' }))).toBe('EHC-50');
    const moved = after(plan, { type: 'MoveOut', on: '2026-05-03', toAuthority: '881' });
    expect(statusOf(stateOf(moved)).status).toBe('moved out');
  });

  it('EHC-75: without a letter there is nothing to appeal against', () => {
    const returned = [...plan];
    const before = { type: 'RegisterAppeal', on: '2023-12-01', appealId: 'a', placementOnly: true } as const;
    expect(ruleOf(returned, before)).toBe('EHC-75');
  });

  it('EHC-52: the letter after a move is only for a plan that moved here', () => {
    expect(ruleOf(plan, { type: 'SendMoveInLetter', on: '2026-01-31', willReassess: false })).toBe('EHC-52');
  });
});
