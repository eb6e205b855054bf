// Shorthand for tests: a young person born on 15 May 2008 who is open to CAMHS, and the commands on them.
import { civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { given } from '../../../kernel/given-when-then.js';
import type { ConsentStatus } from './consent.js';
import { transition, type TransitionCommand } from '../transition.js';
import type { StepTaken } from '../protocol-steps.js';
import { transitionEvents as events, type TransitionFact } from './events.js';

export const day = civilDate;
export const birthDate = day('2008-05-15');
export const adults = 'estuary-adult-mental-health';

export const opened = (variant: 'a' | 'b' = 'a', { referredOn = '2024-03-04', late = false, send = false } = {}) =>
  events.opened.fact(day(referredOn), {
    personId: 'p1',
    referredOn: day(referredOn),
    team: 'estuary-camhs',
    protocol: { pack: `camhs-transition-${variant}`, version: 1 },
    send,
    late,
  });

export const consent: ConsentStatus = { kind: 'given', eventId: 'c1' };
export const noConsent: ConsentStatus = { kind: 'none' };

export const steps = (on: string, taken: readonly StepTaken[], status = consent): TransitionCommand => ({
  type: 'RecordSteps',
  on: day(on),
  steps: taken,
  birthDate,
  consent: status,
});

export const done = (...ids: readonly string[]): StepTaken[] => ids.map((stepId) => ({ stepId, outcome: 'done' }));

/** Carries out commands in order, each on what the ones before left, and answers every fact. Throws at a refusal. */
export function journey(
  start: readonly TransitionFact[],
  commands: readonly TransitionCommand[],
): readonly TransitionFact[] {
  return commands.reduce<readonly TransitionFact[]>((facts, command) => {
    const { facts: more, refusal } = given(transition, facts).when(command);
    if (refusal) throw new Error(`${command.type}: ${refusal.parts.rule} ${refusal.message}`);
    return [...facts, ...more];
  }, start);
}

export const on = (date: string): { readonly on: CivilDate } => ({ on: day(date) });
