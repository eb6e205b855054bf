// Family and other people to contact.
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { AddContact, ChangeContact, EndContact } from './command.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { HeldContact, YoungPerson } from '../../../engine/person/domain/state.js';

export function addContact({ on, contact }: AddContact, person: YoungPerson): readonly YoungPersonFact[] {
  if (person.contacts.some(({ id }) => id === contact.contactId)) {
    throw new OnwardError('already-exists', { detail: 'This contact was added already.' });
  }
  return [events.contactAdded.fact(on, contact)];
}

export function changeContact({ on, contact }: ChangeContact, person: YoungPerson): readonly YoungPersonFact[] {
  const held = contactOf(person, contact.contactId);
  if (held.to !== undefined) {
    throw refuse('REC-11', `This contact ended on ${held.to} and cannot be changed.`, {
      help: 'Add the person as a contact anew.',
    });
  }
  const { contactId: _, reason: __, ...changes } = contact;
  if (Object.values(changes).every((value) => value === undefined)) throw invalid('contact', 'must change something');
  return [events.contactChanged.fact(on, contact)];
}

export function endContact({ on, contactId, reason }: EndContact, person: YoungPerson): readonly YoungPersonFact[] {
  const held = contactOf(person, contactId);
  if (held.to !== undefined) return [];
  if (on < held.from) throw invalid('on', `is before the contact was added, on ${held.from}`);
  return [events.contactEnded.fact(on, { contactId, reason })];
}

function contactOf(person: YoungPerson, contactId: string): HeldContact {
  const held = person.contacts.find(({ id }) => id === contactId);
  if (!held)
    throw new OnwardError('not-found', { detail: `This young person has no contact with the id ${contactId}.` });
  return held;
}
