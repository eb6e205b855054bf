// The letters that can be appealed against (EHC-75), each with its own window (EHC-70).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import { outcomeOf } from './cycle-state.js';
import { latestOf, type Entry } from './entries.js';
import { requirePlan } from './plan-in-force.js';
import type { Plan } from './state.js';

export interface Letter extends Entry {
  readonly about:
    'refusal to amend' | 'contents of the plan' | 'ceasing' | 'refusal to assess' | 'refusal to make a plan';
}

export function lettersOf(plan: Plan): Letter[] {
  const letter = (entry: Entry | undefined, about: Letter['about']): Letter[] =>
    entry ? [{ on: entry.on, eventId: entry.eventId, about }] : [];
  return [
    ...plan.cycles.flatMap((cycle) => [
      ...(outcomeOf(cycle) === 'maintain' ? letter(cycle.decision, 'refusal to amend') : []),
      // Whichever of the two letters it is: a notice of the decision to cease carries the right of appeal (EHC-31).
      ...(outcomeOf(cycle) === 'cease' ? letter(cycle.decision, 'ceasing') : []),
      ...letter(cycle.dropped, 'refusal to amend'),
    ]),
    ...plan.amendments.flatMap((track) => letter(track.dropped, 'refusal to amend')),
    ...(plan.made?.source || plan.movedIn ? [] : letter(plan.made, 'contents of the plan')),
    ...plan.finals.flatMap((final) => (final.origin === 'tribunal' ? [] : letter(final, 'contents of the plan'))),
    ...plan.ceases.flatMap(({ decided }) => letter(decided, 'ceasing')),
    ...plan.refused.flatMap((refused) =>
      letter(refused, refused.refusal === 'assessment' ? 'refusal to assess' : 'refusal to make a plan'),
    ),
  ];
}

/** Appeals, mediation and agreements that have lost the letter they are about, which stood before. */
export function leftWithoutLetter(was: Plan, is: Plan): boolean {
  const stood = new Set(lettersOf(was).map(({ eventId }) => eventId));
  const stands = new Set(lettersOf(is).map(({ eventId }) => eventId));
  return [...is.appeals, ...is.mediation, ...is.agreements].some(
    ({ letterEventId }) => stood.has(letterEventId) && !stands.has(letterEventId),
  );
}

/** The letter by its event; else the latest on or before that day. */
export function requireLetter(plan: Plan, eventId: string | undefined, on: CivilDate): Letter {
  requirePlan(plan);
  const letters = lettersOf(plan);
  const letter =
    eventId === undefined
      ? latestOf(letters.filter((each) => each.on <= on))
      : letters.find((each) => each.eventId === eventId);
  if (!letter) {
    throw refuse('EHC-75', 'There is no decision letter that can be appealed against.', {
      help: 'Record the letter first.',
    });
  }
  if (on < letter.on) throw invalid('on', 'must not be before the decision letter', 'EHC-70');
  return letter;
}
