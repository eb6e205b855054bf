// The read model of young people: every row a function of the folded profile.
import { caseProjection } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import { profileFolding } from './profile/evolve-profile.js';
import {
  consentRows,
  contactRows,
  deathRows,
  identifierRows,
  nameRows,
  overrideRows,
  personRow,
  workerRows,
} from './rows.js';
import { youngPeopleTables } from './tables.js';
import { workerCount } from './worker-counts.js';

export const youngPeopleProjection: Projection = caseProjection(profileFolding, {
  name: 'young_people',
  version: 13,
  tables: youngPeopleTables,
  counts: [workerCount],
  showsPersonal: true,
  lookedUp: true,
  rows: (id, profile) => ({
    young_person: [personRow(id, profile)],
    known_name: nameRows(id, profile),
    person_identifier: identifierRows(id, profile),
    named_worker: workerRows(id, profile),
    person_consent: consentRows(id, profile),
    person_override: overrideRows(id, profile),
    contact: contactRows(id, profile),
    person_death: deathRows(id, profile),
  }),
});
