// Real rows in a SQLite of the test's own: people with their consents, and the facts of their transitions.
import type { Envelope } from '../../store/codec.js';
import { emptyLists } from '../../engine/processing/lists-for-tests.js';
import type { Statements } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { areaSettingsProjection } from '../../engine/settings/projection.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import type { TransitionFact } from './domain/events.js';
import { transitionProjection } from './projection.js';

/** Only the columns of the people's tables that transitions read */
const peopleTables = `
CREATE TABLE young_person (id TEXT PRIMARY KEY, given_name TEXT, family_name TEXT, birth_date TEXT, birth_event TEXT, died_on TEXT,
  forgotten_on TEXT, send_needs INTEGER, send_since TEXT, send_event TEXT, send_denied_on TEXT);
CREATE TABLE named_worker (person_id TEXT, role TEXT, from_on TEXT, to_on TEXT, assignment_id TEXT, worker_id TEXT, name TEXT);
CREATE INDEX named_worker_named ON named_worker (worker_id, name, person_id, from_on, to_on) WHERE role = 'named-worker';
CREATE TABLE person_consent (person_id TEXT, purpose TEXT, recipient TEXT, decision TEXT, from_on TEXT, to_on TEXT, decided_by TEXT, event_id TEXT);`;

export interface Person {
  readonly id: string;
  readonly birthDate: string;
  readonly name?: string;
  readonly diedOn?: string;
  readonly consent?: { readonly to: string; readonly from: string; readonly until?: string };
}

export function database(...people: readonly Person[]): Statements {
  const db = emptyLists(worklistProjection, areaSettingsProjection, transitionProjection);
  db.database.exec(peopleTables);
  for (const { id, birthDate, name = 'Test', consent, diedOn } of people) {
    db.run(
      'INSERT INTO young_person VALUES (?, ?, ?, ?, ?, ?, NULL, 0, NULL, NULL, NULL)',
      id,
      name,
      'Person',
      birthDate,
      `born-${id}`,
      diedOn ?? null,
    );
    if (!consent) continue;
    const { to, from, until = never } = consent;
    const row = [id, discussWithAdultServices, to, 'given', from, until, 'young-person', `consent-${id}`];
    db.run('INSERT INTO person_consent VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ...row);
  }
  return db;
}

/** One record says from that day on that they died, and until the other nobody has confirmed it or put it right. */
export function sayDied(db: Statements, personId: string, on: string, until: string = never): void {
  const texts = {
    case_id: `task-${personId}`,
    subject_id: 'k',
    scope: 'task',
    key: 'confirm-death',
    pathway: 'waiting',
    person_id: personId,
  };
  const row = {
    ...{ ...texts, subject_label: 'task', valid_from: on, valid_to: never, due_on: on, began_on: never, met_on: until },
    ...{ trigger_fact: 'cause', trigger_on: on, trigger_event: 'e', lapses_on: never },
    ...{ rule_id: 1, force_rank: 1, is_task: 1, not_evidenced: 0, untold: 0, missed: 0 },
  };
  const names = Object.keys(row);
  db.run(
    `INSERT INTO deadline_row (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}

/** Applies the facts of one case as one page. */
export function project(db: Statements, id: string, ...facts: readonly TransitionFact[]): Statements {
  db.transaction(() =>
    transitionProjection.apply(
      facts.map((fact, index) => envelope(fact, `transition-${id}`, `${id}-e${index + 1}`)),
      db,
    ),
  );
  return db;
}

export const envelope = (fact: object, stream: string, id: string): Envelope =>
  ({ ...fact, id, stream, recordedAt: '2026-01-01T12:00:00.000Z' }) as unknown as Envelope;
