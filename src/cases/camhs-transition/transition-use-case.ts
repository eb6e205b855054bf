// What the use cases on a transition have in common: who may, and for which service an adult clinician speaks (TRN-01b, TRN-08, TRN-44).
import { useCasesOn, type Run, type WhoMay } from '../../engine/use-cases/case-use-case.js';
import type { Ask } from '../../engine/use-cases/use-case.js';
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';
import { directory } from '../../rules/directory/current.js';
import type { TransitionFact } from './domain/events.js';
import { servicesConcerned } from './domain/receiving.js';
import type { Transition } from './domain/state.js';
import { transitionKind } from './domain/transition-kind.js';
import { isOf } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

type RunOnTransition<Input extends object = object> = Run<
  Transition,
  TransitionFact,
  readonly [typeof TransitionCases],
  string,
  Input
>;

export const bothSides = ['system', 'camhs-clinician', 'adult-clinician'];

export const transitionUseCase = useCasesOn(transitionKind, {
  section: 'Transitions',
  id: 'transitionId',
  who: {
    roles: ['system', 'camhs-clinician'],
    because: 'CAMHS has the young person until the transfer: it plans, refers, hands over and closes (TRN-01).',
  },
  uses: [TransitionCases],
  async run({ type, id, command, ask: { context } }, cases) {
    if (context.actor.role === 'adult-clinician') await cases.mayKnow(context.actor, id);
    return cases.runner.run(type, id, command, context);
  },
});

/**
 * What a receiving service did: an adult clinician says it for a service of theirs and for no other (TRN-01b). Where nothing is on record of
 * which service it is, consent to discuss with their organisation is all there is to go by.
 */
export const forService = <Input extends object = object>(
  servicesOf: (state: Transition, ask: Ask<string, Input>) => readonly string[] = concerned,
): RunOnTransition<Input> => forThose((state, ask) => requireTheirs(ask.context.actor, () => servicesOf(state, ask)));

/** An adult clinician of a service that the case concerns. */
export const ofTheService: WhoMay<Transition> = (state, ask) =>
  requireTheirs(ask.context.actor, () => concerned(state, ask));

function requireTheirs(actor: Actor, servicesOf: () => readonly string[]): void {
  if (actor.role !== 'adult-clinician') return;
  const services = servicesOf();
  if (services.length > 0 && !services.some((service) => isOf(actor, service))) throw notTheirs();
}

/** Whoever may know of the case, and passes every one of these. */
export function forThose<Input extends object = object>(
  ...checks: readonly WhoMay<Transition, string, Input>[]
): RunOnTransition<Input> {
  const whoMay: WhoMay<Transition, string, Input> = (state, ask, people) =>
    checks.forEach((check) => check(state, ask, people));
  const run: RunOnTransition<Input> = async ({ type, id, command, ask }, cases) => {
    const { actor } = ask.context;
    if (actor.role === 'adult-clinician') await cases.mayKnow(actor, id);
    whoMay((await cases.read(id)).state, ask, cases.everybody());
    return cases.runner.run(type, id, command, ask.context);
  };
  return Object.assign(run, { whoMay });
}

const concerned = (state: Transition, { on }: Ask<string, object>) => servicesConcerned(state, on);

/** A contact that was promised: where `by` names an organisation or a team and no role, nobody of another one says what became of it (TRN-08). */
export const forPromiser = forService<{ readonly by: string }>((state, ask) => {
  const promiser = directory().codeOf('organisations', ask.input.by);
  if (promiser !== undefined && promiser !== ask.context.actor.organisation) throw notTheirs();
  return concerned(state, ask);
});

const notTheirs = (): OnwardError =>
  new OnwardError('not-permitted', {
    rule: 'TRN-01b',
    detail: 'The young person is with another service, or was referred to another one.',
    help: 'Somebody of that service records what it did.',
  });
