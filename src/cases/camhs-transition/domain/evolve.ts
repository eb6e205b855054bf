// Folds facts into the state: what each changes in the view, and the facts themselves, by which a list is asked as of another day.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { apply } from './apply.js';
import { transitionEvents, type TransitionEvent } from './events.js';
import { nothing, type Transition, type View } from './state.js';

const personalOf = new Map(Object.values(transitionEvents).map(({ type, personal }) => [type as string, personal]));

export function evolve(state: Transition, event: TransitionEvent): Transition {
  const clear = cleared(event);
  return { ...apply(state, clear), log: [...state.log, clear] };
}

export const viewOf = (facts: Transition['log']): View => facts.reduce(apply, nothing);

/** As it stood at the end of a day: folded from the facts that stand now and had happened by then. */
export function asOn(state: Transition, day: CivilDate): Transition {
  const log = state.log.filter(({ occurredOn }) => occurredOn <= day);
  return log.length === state.log.length ? state : { ...viewOf(log), log };
}

/** The state is kept beside the rows, so what is sealed in the event stays out of it. */
function cleared({ id, type, occurredOn, recordedAt, data }: TransitionEvent): TransitionEvent {
  const personal = personalOf.get(type) ?? [];
  const clear = Object.fromEntries(Object.entries(data).filter(([name]) => !personal.includes(name)));
  return { id, type, occurredOn, recordedAt, data: clear } as TransitionEvent;
}
