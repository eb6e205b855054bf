// The first and the last day of a plan here belong to it: what happens on them is of this plan (EHC-51, EHC-52, EHC-66).
import { EventCatalogue } from '../../../store/catalogue.js';
import { upcast } from '../../../store/upcast.js';
import { given } from '../../../kernel/given-when-then.js';
import { ehcPlan } from '../ehc-plan.js';
import { deadlinesFor } from '../../../rules/deadlines.js';
import { packByVersion } from '../../../rules/packs.js';
import { ehcEvents } from './events.js';
import { subjectsOf } from './facts.js';
import { after, ask, day, issued, personId, rulePack, stateOf, step } from './history-for-tests.js';

const takeOver = (planMadeOn: string, lastReviewedOn?: string) =>
  ({
    type: 'TakeOverPlan',
    on: '2025-12-20',
    personId,
    authority: '882',
    rulePack,
    fromAuthority: '881',
    planMadeOn: day(planMadeOn),
    lastReviewedOn: lastReviewedOn === undefined ? undefined : day(lastReviewedOn),
  }) as const;
const around = ['2025-12-19', '2025-12-20', '2025-12-21'];
const rules = (history: ReturnType<typeof after>, ...commands: readonly Parameters<typeof ask>[0][]) =>
  commands.map((command) => given(ehcPlan, history).when(ask(command)).refusal?.parts.rule);

it('EHC-51: a plan that moves in on 20 Dec was made and last reviewed by that day', () => {
  expect(rules([], ...around.map((made) => takeOver(made)))).toEqual([undefined, undefined, 'EHC-51']);
  expect(rules([], ...around.map((reviewed) => takeOver('2025-01-10', reviewed)))).toEqual([
    undefined,
    undefined,
    'EHC-51',
  ]);
});

it('EHC-52: the letter about the move goes out on the day of the transfer or later', () => {
  const letters = around.map((on) => ({ type: 'SendMoveInLetter', on, willReassess: false }) as const);
  expect(rules(after([], takeOver('2025-01-10')), ...letters)).toEqual(['EHC-52', undefined, undefined]);
});

it('EHC-52: a letter that leaves out when the plan will be reviewed is kept, and the six weeks run on until one says so', () => {
  const letter = (on: string, reviewOn?: string) =>
    ({ type: 'SendMoveInLetter', on, willReassess: false, reviewOn: reviewOn && day(reviewOn) }) as never;
  const silent = after(after([], takeOver('2025-01-10')), letter('2026-01-05'));
  const row = (history: typeof silent) =>
    subjectsOf('p', stateOf(history))
      .flatMap(({ scope, facts, flags }) =>
        deadlinesFor(packByVersion(rulePack.pack, rulePack.version), scope, facts, flags),
      )
      .find(({ key }) => key === 'moveInLetter');
  expect(row(silent)).toMatchObject({ dueOn: '2026-01-31', metOn: undefined, beganOn: '2026-01-05' });
  expect(given(ehcPlan, silent).when(letter('2026-01-06')).refusal?.message).toContain('day of the review');
  expect(row(after(silent, letter('2026-01-20', '2026-06-01')))).toMatchObject({ metOn: '2026-01-20' });
});

it('EHC-52: of a letter recorded before that was asked it is not known whether it tells the day: it is asked, and not claimed', () => {
  const { definition } = new EventCatalogue([ehcEvents]).get('MoveInLetterSent');
  const v1 = (reviewOn?: string) =>
    upcast(definition, 1, { willReassess: false, ...(reviewOn && { reviewOn }) }) as never;
  const moved = after([], takeOver('2025-01-10'));
  const state = (reviewOn?: string) =>
    stateOf([...moved, ehcEvents.moveInLetterSent.fact(day('2026-01-05'), v1(reviewOn))]);
  expect(state()).toMatchObject({ moveInLetterUnclear: { on: '2026-01-05' } });
  expect([state().moveInLetter, state().moveInLetterSilent]).toEqual([undefined, undefined]);
  expect(state('2026-06-01')).toMatchObject({ moveInLetter: { on: '2026-01-05' } });
  const told = after([...moved, ehcEvents.moveInLetterSent.fact(day('2026-01-05'), v1())], {
    ...{ type: 'SendMoveInLetter', on: '2026-01-20', willReassess: false, reviewOn: day('2026-06-01') },
  } as never);
  expect(stateOf(told)).toMatchObject({ moveInLetter: { on: '2026-01-20' } });
});

it('EHC-51: what happened up to the day on which a plan moved away can still be recorded', () => {
  const gone = after([issued('2025-01-10')], { type: 'MoveOut', on: '2025-12-20', toAuthority: '881' });
  expect(rules(gone, ...around.map((on) => step.meeting(on)))).toEqual([undefined, undefined, 'EHC-51']);
});
