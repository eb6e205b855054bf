// The tables of young people. An interval runs from from_on up to and without to_on; 9999-12-31 is "still".
import { never } from '../../engine/deadlines/deadline-table.js';
import { goneTriggers } from '../../engine/deadlines/task-counts.js';
import { workerCountTable, workerTriggers } from './worker-counts.js';

export const youngPeopleTables = `
CREATE TABLE young_person (
  id TEXT PRIMARY KEY, given_name TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT, sex TEXT, ethnicity TEXT, postcode TEXT,
  send_status TEXT NOT NULL, responsible TEXT NOT NULL, nhs_number TEXT, upn TEXT, registered_on TEXT NOT NULL,
  moved_on TEXT, died_on TEXT, search_key TEXT, given_key TEXT, birth_event TEXT,
  forgotten_on TEXT, send_needs INTEGER NOT NULL, send_since TEXT, send_event TEXT, send_denied_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX young_person_search ON young_person (search_key, id) WHERE search_key IS NOT NULL;
CREATE INDEX young_person_given ON young_person (given_key, id) WHERE given_key IS NOT NULL;
CREATE INDEX young_person_gone ON young_person (died_on, forgotten_on) WHERE died_on IS NOT NULL OR forgotten_on IS NOT NULL;
CREATE INDEX young_person_born ON young_person (birth_date);
CREATE TABLE person_identifier (
  person_id TEXT NOT NULL, identifier_id TEXT NOT NULL, kind TEXT NOT NULL, issuer TEXT, value TEXT, from_on TEXT NOT NULL,
  to_on TEXT NOT NULL, why TEXT, PRIMARY KEY (person_id, identifier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_identifier_current ON person_identifier (kind, value) WHERE to_on = '${never}';
CREATE INDEX person_identifier_any ON person_identifier (kind, value);
CREATE TABLE named_worker (
  person_id TEXT NOT NULL, role TEXT NOT NULL, worker_id TEXT NOT NULL, name TEXT, organisation TEXT NOT NULL,
  from_on TEXT NOT NULL, to_on TEXT NOT NULL, assignment_id TEXT NOT NULL, PRIMARY KEY (person_id, role, assignment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_worker_of ON named_worker (worker_id, to_on, person_id);
CREATE INDEX named_worker_named ON named_worker (worker_id, name, person_id, from_on, to_on) WHERE role = 'named-worker';
CREATE TABLE person_consent (
  person_id TEXT NOT NULL, purpose TEXT NOT NULL, recipient TEXT NOT NULL, decision TEXT NOT NULL, from_on TEXT NOT NULL,
  to_on TEXT NOT NULL, decided_by TEXT NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (person_id, purpose, recipient, from_on, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_consent_to ON person_consent (recipient, purpose, decision, to_on, person_id);
CREATE TABLE person_override (
  person_id TEXT NOT NULL, event_id TEXT NOT NULL, purpose TEXT NOT NULL, recipient TEXT NOT NULL, basis TEXT NOT NULL, authorised_by TEXT NOT NULL,
  from_on TEXT NOT NULL, until_on TEXT NOT NULL, ends_on TEXT NOT NULL, known_on TEXT NOT NULL, PRIMARY KEY (person_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_override_ends ON person_override (ends_on);
CREATE INDEX person_override_known ON person_override (known_on);
CREATE TABLE contact (
  person_id TEXT NOT NULL, contact_id TEXT NOT NULL, name TEXT, relationship TEXT, parental_responsibility TEXT, phone TEXT,
  email TEXT, address TEXT, may_be_contacted INTEGER, from_on TEXT NOT NULL, to_on TEXT NOT NULL, PRIMARY KEY (person_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_death (
  person_id TEXT NOT NULL, died_on TEXT NOT NULL, event_id TEXT NOT NULL, recorded_from TEXT NOT NULL, recorded_to TEXT NOT NULL,
  PRIMARY KEY (person_id, recorded_from)
) STRICT, WITHOUT ROWID;
${workerCountTable}
${goneTriggers}
${workerTriggers}`;

/** By person: all rows of one are replaced together. */
export const partTables = [
  'person_identifier',
  'named_worker',
  'person_consent',
  'person_override',
  'contact',
  'person_death',
] as const;
