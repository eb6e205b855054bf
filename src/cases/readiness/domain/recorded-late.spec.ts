// Much is recorded days after it was: what counts is the day of each fact, in whichever order they came.
import { past } from '../../../kernel/given-when-then.js';
import { stateOf } from '../../../kernel/history.js';
import { viewProgramme } from '../queries/view-programme.js';
import { day, sent, stage, started } from '../readiness-for-tests.js';
import { readinessEvents as events, type ReadinessFact } from './events.js';
import { readinessKind } from './readiness-kind.js';
import { openHelp, ownerOf, plannedTransfer, reviewOnOf, stageOn, workerOn } from './state.js';

const begun = started('2024-06-01');
const state = (...facts: readonly ReadinessFact[]) => stateOf(readinessKind, past([begun, ...facts]));
const view = (...facts: readonly ReadinessFact[]) =>
  viewProgramme(
    'r1',
    past([begun, ...facts]) as never,
    { revision: 0, sheet: () => undefined },
    day('2026-06-01'),
    'all',
  );

test('RSG-03: a form and the help in it are of the stage of their day, also where that stage was recorded after them', () => {
  const asked = sent('2025-06-01', 'steady', { exercise: { answer: 'help' } });
  for (const [entered, was] of [
    ['2025-05-31', 'steady'],
    ['2025-06-01', 'steady'],
    ['2025-06-02', 'ready'],
  ] as const)
    for (const facts of [
      [asked, stage(entered, 'steady')],
      [stage(entered, 'steady'), asked],
    ]) {
      expect(view(...facts)?.submissions).toMatchObject([{ stage: was }]);
      expect(view(...facts)?.helps).toMatchObject([{ stage: was, carried: was === 'ready' }]);
    }
});

test('RSG-03: what is dated before the first stage counts to that one', () => {
  expect(stageOn(state(), day('2024-05-31'))).toBe('ready');
});

test('RSG-07: the worker is whoever was named for the latest day, and on a day whoever was named by then', () => {
  const named = (on: string, worker: string) => events.workerNamed.fact(day(on), { worker });
  const both = state(named('2026-03-01', 'ella.manager'), named('2025-03-01', 'ben.clinician'));
  expect([workerOn(both), workerOn(both, day('2026-02-28')), workerOn(both, day('2025-02-28'))]).toEqual([
    ...['ella.manager', 'ben.clinician', 'dev.nurse'],
  ]);
});

test('RSG-07: help is owned by whoever the latest look at it says', () => {
  const raised = events.helpRaised.fact(day('2025-01-10'), { helpId: 'h1', askedBy: 'parent', what: 'x' });
  const looked = (on: string, owner: string) => events.helpRechecked.fact(day(on), { helpId: 'h1', owner });
  const late = state(raised, looked('2026-01-10', 'ella.manager'), looked('2025-06-10', 'ben.clinician'));
  expect(openHelp(late).map((help) => [ownerOf(late, help), help.rechecks.at(-1)?.on])).toEqual([
    ['ella.manager', '2026-01-10'],
  ]);
});

test('RSG-07: a goal is looked at next when its latest review says so', () => {
  const goal = events.goalAgreed.fact(day('2025-01-10'), { goalId: 'g1', agreedWith: ['clinic'], goal: 'x' });
  const review = (on: string, next?: string) =>
    events.goalReviewed.fact(day(on), {
      ...{ goalId: 'g1', outcome: 'continues' },
      ...(next === undefined ? {} : { reviewOn: day(next) }),
    });
  const of = (...facts: readonly ReadinessFact[]) => reviewOnOf(state(goal, ...facts).goals['g1']!);
  expect(of(review('2026-01-10', '2027-01-10'), review('2025-06-10', '2026-01-10'))).toBe('2027-01-10');
  expect(of(review('2026-01-10'), review('2025-06-10', '2026-01-10'))).toBeUndefined();
});

test('RSG-12: the yes to Hello is the first, and the CAMHS transition beside it the last', () => {
  const yes = (on: string) => events.helloConsented.fact(day(on), { decidedBy: 'young-person' });
  expect(state(yes('2031-06-10'), yes('2031-06-01')).helloConsent).toMatchObject({ on: '2031-06-01' });
  const noted = (on: string, transitionId: string) => events.camhsTransitionNoted.fact(day(on), { transitionId });
  expect(state(noted('2025-06-10', 't2'), noted('2025-06-01', 't1')).camhsTransition).toMatchObject({
    transitionId: 't2',
  });
});

test('RSG-09: a plan that was made for a day holds from it to the next one', () => {
  const plan = (on: string, to: string) => events.transferPlanned.fact(day(on), { transferOn: day(to) });
  const both = state(plan('2026-03-01', '2031-09-01'), plan('2025-03-01', '2031-05-15'));
  expect([plannedTransfer(both)?.transferOn, plannedTransfer(both, day('2026-02-28'))?.transferOn]).toEqual([
    ...['2031-09-01', '2031-05-15'],
  ]);
});

describe('RSG-04: more time for a link', () => {
  const offered = (on: string, until: string) =>
    events.formOffered.fact(day(on), {
      ...{ linkId: 'l1', questionnaire: 'steady', version: 1, voice: 'young-person' },
      ...{ validUntil: day(until), tokenHash: 'a'.repeat(64) },
    });

  test('leaves the day on which the link was given, and with it the day of the introduction', () => {
    const later = state(offered('2024-07-01', '2024-07-08'), offered('2024-12-01', '2024-12-08'));
    expect(later.links['l1']).toMatchObject({ on: '2024-07-01', eventId: 'e2', validUntil: '2024-12-08' });
  });

  test('recorded late it does not shorten what was agreed since', () => {
    const late = [offered('2024-07-20', '2024-08-01'), offered('2024-07-10', '2024-07-15')];
    expect(state(offered('2024-07-01', '2024-07-08'), ...late).links['l1']?.validUntil).toBe('2024-08-01');
  });
});
