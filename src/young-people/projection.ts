// The read model of young people: every row a function of the folded profile.
import { caseProjection } from '../processing/case-projection.js';
import type { Projection } from '../processing/projection.js';
import type { Statements, Value } from '../processing/statements.js';
import type { YoungPersonFact } from './domain/events.js';
import { profileFolding } from './profile/evolve-profile.js';
import type { Profile } from './profile/profile.js';
import { consentRows, contactRows, deathRows, identifierRows, personRow, workerRows } from './rows.js';
import { partTables, youngPeopleTables } from './tables.js';

const rowsOf = {
  person_identifier: identifierRows,
  named_worker: workerRows,
  person_consent: consentRows,
  contact: contactRows,
  person_death: deathRows,
} as const satisfies Record<
  (typeof partTables)[number],
  (id: string, profile: Profile) => readonly (readonly Value[])[]
>;

export const youngPeopleProjection: Projection = caseProjection<Profile, YoungPersonFact>(profileFolding, {
  name: 'young_people',
  version: 3,
  tables: youngPeopleTables,
  write(id, profile, db) {
    insert(db, 'young_person', personRow(id, profile));
    for (const table of partTables) {
      db.run(`DELETE FROM ${table} WHERE person_id = ?`, id);
      for (const row of rowsOf[table](id, profile)) insert(db, table, row);
    }
  },
});

const insert = (db: Statements, table: string, row: readonly Value[]): void =>
  db.run(`INSERT OR REPLACE INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, ...row);
