// A review that decides to cease the plan: which of the two letters its notice is, and what it opens by itself (EHC-31, EHC-62).
import { given, past } from '../../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion } from '../../../rules/index.js';
import { ceaseInForce } from './ceases.js';
import { ehcPlan } from '../ehc-plan.js';
import { subjectsOf } from './facts.js';
import { after, ask, day, issued, stateOf, step } from './history-for-tests.js';
import { lettersOf } from './letters.js';
import { statusOf } from './plan-status.js';

type History = ReturnType<typeof after>;
type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-01-10')];
const ground = 'needs-met-without-plan';
const propose: Asked = { type: 'ProposeCease', on: '2025-11-01', ceaseId: 'x', consulted: ['family', 'setting'] };
const decide = (on: string, more: object = {}): Asked => ({
  type: 'DecideCease',
  on,
  ground,
  appealRightsGiven: true,
  ...more,
});
const cease = (on: string, more: object = {}): Asked => ({ type: 'CeasePlan', on, ...more });
const review = (on: string, more: object = {}): Asked => step.decision(on, 'cease', { ground, ...more });
const refusalOf = (history: History, command: Asked) => given(ehcPlan, history).when(ask(command)).refusal?.parts;
const ruleOf = (history: History, command: Asked) => refusalOf(history, command)?.rule;
const statusFor = (history: History) => statusOf(stateOf(history)).status;
const noticeOf = (history: History): string =>
  past(history).findLast(({ type }) => type === 'DecisionNoticeSent')?.id ?? 'none';

/** The dates that still stand, of ceasing and of the windows for an appeal. */
function dates(history: History): Record<string, string> {
  const rows = subjectsOf('plan', stateOf(history))
    .filter(({ scope, label }) => scope === 'cease' || label === 'appeal about ceasing')
    .flatMap(({ pack, packVersion, scope, facts, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags),
    )
    .filter(({ validTo, key }) => validTo === undefined && key !== 'mediationContact');
  return Object.fromEntries(rows.map(({ key, dueOn, metOn }) => [key, metOn ? `${dueOn}, met ${metOn}` : dueOn]));
}

describe('A review that decides to cease, with no proposal before it', () => {
  const reviewed = after(plan, step.meeting('2025-10-01'), review('2025-10-20'));

  it('EHC-31, EHC-62: is the first letter: the plan stays in force, the decision is to follow, the notice can be appealed against', () => {
    expect(statusFor(reviewed)).toBe('cease proposed');
    expect(lettersOf(stateOf(reviewed))).toContainEqual({
      on: '2025-10-20',
      eventId: noticeOf(reviewed),
      about: 'ceasing',
    });
    // Fifteen working days of 20 Oct 2025; two months of it end on a Saturday in the days before Christmas (EHC-70, EHC-71).
    expect(dates(reviewed)).toEqual({ ceaseDecision: '2025-11-10', appeal: '2025-12-22' });
    expect(ruleOf(reviewed, cease('2026-05-01'))).toBe('EHC-62');
  });

  it.each([[[]], [['family']], [['setting', 'health']]])(
    'EHC-62: says who was consulted, the family and the head: not %j',
    (consulted) => {
      const refusal = refusalOf(after(plan, step.meeting('2025-10-01')), review('2025-10-20', { consulted }));
      expect(refusal).toMatchObject({ rule: 'EHC-62', fields: [{ field: 'consulted' }] });
    },
  );

  it('EHC-62: keeps who was consulted with the proposal, and no other decision asks', () => {
    const { proposed } = ceaseInForce(stateOf(reviewed)) ?? {};
    expect(proposed?.consulted).toEqual(['family', 'setting']);
    const met = after(plan, step.meeting('2025-10-01'));
    expect(refusalOf(met, step.decision('2025-10-20', 'maintain', { consulted: ['family'] }))?.rule).toBe('EHC-62');
    expect(ruleOf(met, step.decision('2025-10-20', 'maintain', { consulted: [] }))).toBeUndefined();
  });

  it('EHC-31: after a proposal of an earlier day it is the second letter, and asks nobody again', () => {
    const proposed = after(plan, step.meeting('2025-10-01'), {
      type: 'ProposeCease',
      on: '2025-10-19',
      ceaseId: 'x',
      consulted: ['family', 'setting'],
    });
    expect(ruleOf(proposed, review('2025-10-20', { consulted: undefined }))).toBeUndefined();
    expect(ruleOf(proposed, review('2025-10-19', { consulted: undefined }))).toBe('EHC-62');
  });

  it('EHC-62, EHC-63: the second letter comes after it, and nothing ceases before the window of the second has run', () => {
    expect(ruleOf(reviewed, decide('2025-10-20'))).toBe('EHC-62');
    const decided = after(reviewed, decide('2025-10-21'));
    expect(statusFor(decided)).toBe('cease decided');
    // Two months of 21 Oct end on Sunday 21 Dec: in time on Monday, and the plan may cease on the day after.
    expect(ruleOf(decided, cease('2025-12-22'))).toBe('EHC-63');
    expect(ruleOf(decided, cease('2025-12-23'))).toBeUndefined();
    expect(dates(decided)).toMatchObject({ ceaseDecision: '2025-11-10, met 2025-10-21', ceaseNotBefore: '2025-12-23' });
  });

  it('EHC-62: a letter of consultation may still follow it, and takes its place', () => {
    const both = after(reviewed, propose, decide('2025-12-31'));
    expect(stateOf(both).ceases).toHaveLength(1);
    expect(dates(both)).toMatchObject({ ceaseNotBefore: '2026-03-03' });
    expect(lettersOf(stateOf(both)).filter(({ about }) => about === 'ceasing')).toHaveLength(2);
  });

  it('EHC-63: an appeal against the notice holds up what the second letter decided', () => {
    const appealed = after(reviewed, decide('2025-11-20'), {
      type: 'RegisterAppeal',
      on: '2025-12-01',
      appealId: 'a',
      placementOnly: false,
      letterEventId: noticeOf(reviewed),
    });
    expect(ruleOf(appealed, cease('2026-06-01'))).toBe('EHC-63');
  });

  it('EHC-31: ends when it is not pursued, or when a later review decides otherwise', () => {
    expect(statusFor(after(reviewed, { type: 'DropCease', on: '2025-10-30' }))).toBe('maintained');
    const later = after(reviewed, step.meeting('2026-09-01'), step.decision('2026-09-20', 'maintain'));
    expect(statusFor(later)).toBe('maintained');
    expect(dates(later)).toEqual({ appeal: '2025-12-22' });
  });

  it('REC-24: withdrawn, the notice takes the proposal with it; its date corrected, the proposal moves', () => {
    const eventId = noticeOf(reviewed);
    const withdrawn = after(reviewed, { type: 'WithdrawFact', on: '2025-11-01', eventId, reason: 'never sent' });
    expect(statusFor(withdrawn)).toBe('maintained');
    const moved = after(reviewed, {
      type: 'CorrectDate',
      on: '2025-11-01',
      correctsEventId: eventId,
      field: 'on',
      to: day('2025-10-22'),
      reason: 'the letter has this date',
    });
    expect(dates(moved)).toMatchObject({ ceaseDecision: '2025-11-12' });
  });
});

describe('A review that decides to cease, after the proposal', () => {
  const met = after(plan, step.meeting('2025-10-20'), propose);
  const decided = after(met, review('2025-12-31'));

  it('EHC-31, EHC-E15: is the decision letter: sent on 31 Dec 2025 it takes effect from 3 Mar 2026, until then the plan is in force', () => {
    expect(statusFor(decided)).toBe('cease decided');
    expect(dates(decided)).toMatchObject({
      appeal: '2026-03-02',
      ceaseNotBefore: '2026-03-03',
      ceaseEffect: '2026-03-17',
    });
    expect(ruleOf(decided, cease('2026-03-02'))).toBe('EHC-63');
    const ceased = after(decided, cease('2026-03-03'));
    expect(statusFor(ceased)).toBe('ceased');
    expect(stateOf(ceased).ceased?.ground).toBe(ground);
    expect(refusalOf(decided, decide('2026-01-05'))?.detail).toContain('already');
  });

  it('EHC-62: on the day of the proposal it is not yet the second letter; on the day after it is', () => {
    expect(statusFor(after(met, review('2025-11-01')))).toBe('cease proposed');
    expect(statusFor(after(met, review('2025-11-02')))).toBe('cease decided');
  });

  it('EHC-62: without the right of appeal it is not the decision letter', () => {
    const without = after(met, review('2025-12-31', { appealRightsGiven: false }));
    expect(statusFor(without)).toBe('cease proposed');
    expect(ruleOf(without, cease('2026-06-01'))).toBe('EHC-62');
  });

  it('EHC-60, EHC-61: a ground must be lawful, and one that was not said is said before the plan ceases', () => {
    const aged = (named: string, birthDate: string) =>
      review('2025-12-31', { ground: named, birthDate: day(birthDate) });
    expect(ruleOf(met, aged('turned-18', '2007-03-01'))).toBe('EHC-60');
    expect(ruleOf(met, aged('no-longer-engages', '2008-03-01'))).toBe('EHC-61');
    expect(ruleOf(met, aged('no-longer-engages', '2007-03-01'))).toBeUndefined();
    const unsaid = after(met, review('2025-12-31', { ground: undefined }));
    expect(ruleOf(unsaid, cease('2026-03-03'))).toBe('EHC-60');
    expect(stateOf(after(unsaid, cease('2026-03-03', { ground }))).ceased?.ground).toBe(ground);
    expect(refusalOf(met, step.decision('2025-12-31', 'maintain', { ground }))?.fields?.[0]?.field).toBe('ground');
  });

  it('EHC-63, EHC-77: an appeal that is upheld, or that the authority does not oppose, ends it', () => {
    const appealed = after(decided, { type: 'RegisterAppeal', on: '2026-02-01', appealId: 'a', placementOnly: false });
    expect(ruleOf(appealed, cease('2026-06-01'))).toBe('EHC-63');
    const ended = (result: string) =>
      after(appealed, {
        type: 'DetermineAppeal',
        on: '2026-06-01',
        appealId: 'a',
        result,
        order: result === 'upheld' ? 'keep-plan' : 'none',
      });
    expect(statusFor(ended('upheld'))).toBe('maintained');
    expect(ruleOf(ended('dismissed'), cease('2026-06-01'))).toBeUndefined();
    const conceded = after(appealed, { type: 'ConcedeAppeal', on: '2026-03-01', appealId: 'a', order: 'keep-plan' });
    expect(statusFor(conceded)).toBe('maintained');
  });
});
