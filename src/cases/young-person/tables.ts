// The tables of young people. An interval runs from from_on up to and without to_on; 9999-12-31 is "still".
import { never, tasksOfPerson } from '../../engine/deadlines/deadline-table.js';
import { table } from '../../engine/processing/table.js';
import { workersMoved } from './worker-counts.js';

const youngPerson = table(
  'young_person',
  {
    id: 'text',
    given_name: 'text',
    family_name: 'text',
    birth_date: 'text?',
    sex: 'text?',
    ethnicity: 'text?',
    postcode: 'text?',
    send_status: 'text',
    responsible: 'text',
    nhs_number: 'text?',
    upn: 'text?',
    registered_on: 'text',
    moved_on: 'text?',
    died_on: 'text?',
    search_key: 'text?',
    given_key: 'text?',
    birth_event: 'text?',
    forgotten_on: 'text?',
    send_needs: 'flag',
    send_since: 'text?',
    send_event: 'text?',
    send_denied_on: 'text?',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      young_person_search: '(search_key, id) WHERE search_key IS NOT NULL',
      young_person_given: '(given_key, id) WHERE given_key IS NOT NULL',
      young_person_gone: '(died_on, forgotten_on) WHERE died_on IS NOT NULL OR forgotten_on IS NOT NULL',
      young_person_born: '(birth_date)',
    },
    moves: [tasksOfPerson],
  },
);

/** By what somebody is looked up who may be on record: each pair of names that was ever theirs, with the birth date that holds. */
const knownName = table(
  'known_name',
  {
    person_id: 'text',
    name_key: 'text',
    given_key: 'text',
    given_name: 'text?',
    family_name: 'text?',
    birth_date: 'text?',
  },
  {
    key: ['person_id', 'name_key'],
    indexes: { known_name_key: '(name_key)', known_name_born: '(birth_date, given_key)' },
  },
);

const identifier = table(
  'person_identifier',
  {
    person_id: 'text',
    identifier_id: 'text',
    kind: 'text',
    issuer: 'text?',
    value: 'text?',
    from_on: 'text',
    to_on: 'text',
    why: 'text?',
  },
  {
    key: ['person_id', 'identifier_id'],
    indexes: {
      person_identifier_current: `(kind, value) WHERE to_on = '${never}'`,
      person_identifier_any: '(kind, value)',
    },
  },
);

const namedWorker = table(
  'named_worker',
  {
    person_id: 'text',
    role: 'text',
    worker_id: 'text',
    name: 'text?',
    organisation: 'text',
    from_on: 'text',
    to_on: 'text',
    assignment_id: 'text',
  },
  {
    published: true,
    key: ['person_id', 'role', 'assignment_id'],
    indexes: {
      named_worker_of: '(worker_id, to_on, person_id)',
      named_worker_named: "(worker_id, name, person_id, from_on, to_on) WHERE role = 'named-worker'",
      named_worker_ends: `(role, to_on) WHERE to_on < '${never}'`,
      named_worker_begins: `(role, from_on) WHERE to_on = '${never}'`,
    },
    moves: [workersMoved],
  },
);

const consent = table(
  'person_consent',
  {
    person_id: 'text',
    purpose: 'text',
    recipient: 'text',
    decision: 'text',
    from_on: 'text',
    to_on: 'text',
    decided_by: 'text',
    event_id: 'text',
  },
  {
    published: true,
    key: ['person_id', 'purpose', 'recipient', 'from_on', 'event_id'],
    indexes: { person_consent_to: '(recipient, purpose, decision, to_on, person_id)' },
  },
);

const override = table(
  'person_override',
  {
    person_id: 'text',
    event_id: 'text',
    purpose: 'text',
    recipient: 'text',
    basis: 'text',
    authorised_by: 'text',
    from_on: 'text',
    until_on: 'text',
    ends_on: 'text',
    known_on: 'text',
  },
  {
    published: true,
    key: ['person_id', 'event_id'],
    indexes: { person_override_ends: '(ends_on)', person_override_known: '(known_on)' },
  },
);

const contact = table(
  'contact',
  {
    person_id: 'text',
    contact_id: 'text',
    name: 'text?',
    relationship: 'text?',
    parental_responsibility: 'text?',
    phone: 'text?',
    email: 'text?',
    address: 'text?',
    may_be_contacted: 'flag?',
    from_on: 'text',
    to_on: 'text',
  },
  { key: ['person_id', 'contact_id'] },
);

const death = table(
  'person_death',
  { person_id: 'text', died_on: 'text', event_id: 'text', recorded_from: 'text', recorded_to: 'text' },
  { published: true, key: ['person_id', 'recorded_from'] },
);

export const youngPeopleTables = {
  young_person: youngPerson,
  known_name: knownName,
  person_identifier: identifier,
  named_worker: namedWorker,
  person_consent: consent,
  person_override: override,
  contact,
  person_death: death,
};
export type YoungPeopleTables = typeof youngPeopleTables;
