// The read model of young people: every row a function of the folded profile.
import { caseProjection } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Cells } from '../../engine/processing/case-table.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { profileFolding } from './profile/evolve-profile.js';
import type { Profile } from './profile/profile.js';
import { consentRows, contactRows, deathRows, identifierRows, overrideRows, personRow, workerRows } from './rows.js';
import { partTables, youngPeopleTables } from './tables.js';
import { countWorkers } from './worker-counts.js';

const rowsOf = {
  person_identifier: identifierRows,
  named_worker: workerRows,
  person_consent: consentRows,
  person_override: overrideRows,
  contact: contactRows,
  person_death: deathRows,
} as const satisfies Record<(typeof partTables)[number], (id: string, profile: Profile) => readonly Cells[]>;

const rowsOfPeople: Projection = caseProjection<Profile, YoungPersonFact>(profileFolding, {
  name: 'young_people',
  version: 10,
  tables: youngPeopleTables,
  showsPersonal: true,
  lookedUp: true,
  write(id, profile, db) {
    db.replace('young_person', id, [personRow(id, profile)]);
    for (const table of partTables) db.replace(table, id, rowsOf[table](id, profile));
  },
});

export const youngPeopleProjection: Projection = { ...rowsOfPeople, lastRows: countWorkers };
