// What may be said of a young person, and what follows from it.
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import type { CaseType } from '../../kernel/decider.js';
import { OnwardError } from '../../kernel/errors.js';
import { youngPersonEvents as events, type YoungPersonFact } from './events.js';
import { evolve, initial, type YoungPerson } from './state.js';

export type YoungPersonCommand = {
  readonly type: 'Register';
  readonly on: CivilDate;
  readonly details: Parameters<typeof events.registered.fact>[1];
};

function decide(command: YoungPersonCommand, person: YoungPerson): readonly YoungPersonFact[] {
  switch (command.type) {
    case 'Register':
      return register(command, person);
  }
}

function register({ on, details }: YoungPersonCommand & { type: 'Register' }, person: YoungPerson) {
  if (person.registered) throw new OnwardError('already-exists', { detail: 'This young person is registered already.' });
  return [events.registered.fact(on, details)];
}

export const youngPerson: CaseType<YoungPersonCommand, YoungPerson, YoungPersonFact> = {
  category: 'youngPerson',
  noun: 'young person',
  events,
  initial,
  decide,
  evolve,
  subjectOf: (_, id) => id,
};
