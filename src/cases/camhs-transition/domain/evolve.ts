// Folds events into the state. A correction changes the facts that stand, and the view is folded from them anew.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { apply } from './apply.js';
import { transitionEvents, type TransitionEvent } from './events.js';
import { nothing, type Transition, type View } from './state.js';

const personalOf = new Map(Object.values(transitionEvents).map(({ type, personal }) => [type as string, personal]));

export function evolve(state: Transition, event: TransitionEvent): Transition {
  switch (event.type) {
    case 'TransitionFactWithdrawn':
      return standing(without(state.log, event.data.correctsEventId));
    case 'TransitionDateCorrected':
      return standing(corrected(state.log, event.data));
    default: {
      const clear = cleared(event);
      return { ...apply(state, clear), log: [...state.log, clear] };
    }
  }
}

/** What would stand after a fact is taken back: for deciding whether it may be. */
export const without = (log: Transition['log'], eventId: string): Transition['log'] =>
  log.filter(({ id }) => id !== eventId);

type Correction = Extract<TransitionEvent, { type: 'TransitionDateCorrected' }>['data'];

export const corrected = (
  log: Transition['log'],
  { correctsEventId, field, to, late }: Omit<Correction, 'reason' | 'from'>,
): Transition['log'] =>
  log.map((event) => {
    if (event.id !== correctsEventId) return event;
    const data = {
      ...event.data,
      ...(late === undefined ? {} : { late }),
      ...(field === 'occurredOn' ? {} : { [field]: to }),
    };
    return { ...event, data, occurredOn: field === 'occurredOn' ? to : event.occurredOn } as TransitionEvent;
  });

export const viewOf = (log: Transition['log']): View => log.reduce(apply, nothing);

/** As it stood at the end of a day: folded from the facts that stand now and had happened by then. */
export function asOn(state: Transition, day: CivilDate): Transition {
  const log = state.log.filter(({ occurredOn }) => occurredOn <= day);
  return log.length === state.log.length ? state : standing(log);
}

const standing = (log: Transition['log']): Transition => ({ ...viewOf(log), log });

/** The state is kept beside the rows, so what is sealed in the event stays out of it. */
function cleared({ id, type, occurredOn, recordedAt, data }: TransitionEvent): TransitionEvent {
  const personal = personalOf.get(type) ?? [];
  const clear = Object.fromEntries(Object.entries(data).filter(([name]) => !personal.includes(name)));
  return { id, type, occurredOn, recordedAt, data: clear } as TransitionEvent;
}
