// Young people as a kind of case: how their streams are called, stored and folded.
import type { CaseKind } from '../../../kernel/decider.js';
import { OnwardError } from '../../../kernel/errors.js';
import {
  youngPersonCorrections,
  youngPersonEvents,
  type YoungPersonFact,
} from '../../../engine/person/domain/events.js';
import { initial, type YoungPerson } from '../../../engine/person/domain/state.js';
import { evolve } from './evolve.js';

export const youngPersonKind: CaseKind<YoungPerson, YoungPersonFact> = {
  category: 'youngPerson',
  noun: 'young person',
  events: youngPersonEvents,
  initial,
  evolve,
  corrects: youngPersonCorrections,
  subjectOf: (_, id) => id,
  require({ type }, { registeredOn }) {
    if (type !== 'Register' && registeredOn === undefined)
      throw new OnwardError('not-found', { detail: 'There is no young person with this id.' });
  },
};
