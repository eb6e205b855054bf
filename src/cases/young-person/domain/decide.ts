// What may be said of a young person, and what follows from it.
import type { CaseType } from '../../../kernel/decider.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { YoungPersonCommand } from './command.js';
import { assessCompetence, overrideConsent, recordConsent } from './decide-consent.js';
import { addContact, changeContact, endContact } from './decide-contacts.js';
import { addIdentifier, supersedeIdentifier } from './decide-identifiers.js';
import { correctDeparture, forget, recordDeath, recordMoveAway, withdrawDeparture } from './decide-departure.js';
import { correctDetails, knowPlan, recordSendStatus, register } from './decide-person.js';
import { assignNamedWorker, endNamedWorker } from './decide-workers.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import { evolve } from './evolve.js';
import { initial, type YoungPerson } from '../../../engine/person/domain/state.js';

function decide(command: YoungPersonCommand, person: YoungPerson): readonly YoungPersonFact[] {
  if (command.type !== 'Register' && person.registeredOn === undefined) {
    throw new OnwardError('not-found', { detail: 'There is no young person with this id.' });
  }
  switch (command.type) {
    case 'Register':
      return register(command, person);
    case 'CorrectDetails':
      return correctDetails(command);
    case 'AddIdentifier':
      return addIdentifier(command, person);
    case 'SupersedeIdentifier':
      return supersedeIdentifier(command, person);
    case 'AddContact':
      return addContact(command, person);
    case 'ChangeContact':
      return changeContact(command, person);
    case 'EndContact':
      return endContact(command, person);
    case 'RecordCommunicationNeeds':
      return [events.communicationNeedsRecorded.fact(command.on, command.needs)];
    case 'AssignNamedWorker':
      return assignNamedWorker(command, person);
    case 'EndNamedWorker':
      return endNamedWorker(command, person);
    case 'RecordSendStatus':
      return recordSendStatus(command, person);
    case 'KnowPlan':
      return knowPlan(command, person);
    case 'AssessCompetence':
      return assessCompetence(command);
    case 'RecordConsent':
      return recordConsent(command, person);
    case 'OverrideConsent':
      return overrideConsent(command, person);
    case 'RecordMoveAway':
      return recordMoveAway(command, person);
    case 'RecordDeath':
      return recordDeath(command, person);
    case 'CorrectDeparture':
      return correctDeparture(command, person);
    case 'WithdrawDeparture':
      return withdrawDeparture(command, person);
    case 'Forget':
      return forget(command, person);
  }
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
