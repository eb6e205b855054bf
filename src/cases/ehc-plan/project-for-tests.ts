// Real rows in a SQLite of the test's own: given these facts of these plans.
import type { Envelope } from '../../store/codec.js';
import { emptyLists } from '../../engine/processing/lists-for-tests.js';
import type { Statements } from '../../engine/processing/statements.js';
import { areaSettingsProjection } from '../../engine/settings/projection.js';
import { schoolProjection } from '../../engine/schools/projection.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import type { EhcFact } from './domain/events.js';
import { ehcProjection } from './projection.js';

export interface TestPerson {
  readonly id: string;
  readonly birthDate: string | null;
}

/** As much of the people's own tables as these questions ask. */
export const peopleTables = `CREATE TABLE young_person (id TEXT PRIMARY KEY, given_name TEXT, family_name TEXT, birth_date TEXT, birth_event TEXT,
  died_on TEXT, forgotten_on TEXT);
CREATE TABLE named_worker (person_id TEXT, role TEXT, worker_id TEXT, from_on TEXT, to_on TEXT);`;

export function emptyRows(persons: readonly TestPerson[] = []): Statements {
  const db = emptyLists(worklistProjection, areaSettingsProjection, schoolProjection, ehcProjection);
  db.database.exec(peopleTables);
  for (const { id, birthDate } of persons) {
    db.run(
      'INSERT INTO young_person VALUES (?, ?, ?, ?, ?, NULL, NULL)',
      id,
      'Robin',
      'Example',
      birthDate,
      `born-${id}`,
    );
  }
  return db;
}

const recorded = new WeakMap<Statements, Map<string, Envelope[]>>();

export function apply(db: Statements, events: readonly Envelope[]): void {
  const streams = recorded.get(db) ?? new Map<string, Envelope[]>();
  recorded.set(db, streams);
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  db.transaction(() => ehcProjection.apply(events, db, streams));
}

/** Events `e1`, `e2`, … of one plan. */
export const envelopes = (plan: string, facts: readonly EhcFact[], from = 1): Envelope[] =>
  facts.map(
    (fact, index) =>
      ({ ...fact, id: `e${from + index}`, stream: `ehcPlan-${plan}`, recordedAt: '' }) as unknown as Envelope,
  );
