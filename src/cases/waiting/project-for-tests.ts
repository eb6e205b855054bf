// Real rows in a SQLite of the test's own: given these facts, recorded on these days.
import { emptyLists } from '../../engine/processing/lists-for-tests.js';
import { areaSettingsProjection } from '../../engine/settings/projection.js';
import type { Envelope } from '../../store/codec.js';
import type { Statements } from '../../engine/processing/statements.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import type { WaitFact } from './domain/events.js';
import { waitProjection } from './projection.js';

/** Only the tables of people that waits read. */
const peopleTables = `
CREATE TABLE young_person (id TEXT PRIMARY KEY, died_on TEXT, moved_on TEXT, forgotten_on TEXT, given_name TEXT, family_name TEXT);
CREATE TABLE person_death (person_id TEXT, died_on TEXT, event_id TEXT, recorded_from TEXT, recorded_to TEXT);`;

export interface Recorded {
  readonly id: string;
  readonly fact: WaitFact;
  /** Default: the day on which it happened. */
  readonly recordedOn?: string;
}

export function project(recorded: readonly Recorded[]): Statements {
  const db = emptyLists(worklistProjection, areaSettingsProjection, waitProjection);
  db.database.exec(peopleTables);
  db.transaction(() => waitProjection.apply(recorded.map(envelope), db));
  return db;
}

const envelope = ({ id, fact, recordedOn = fact.occurredOn }: Recorded, index: number): Envelope =>
  ({
    ...fact,
    id: `e${index}`,
    stream: `wait-${id}`,
    recordedAt: `${recordedOn}T12:00:00.000Z`,
  }) as unknown as Envelope;

export const facts = (id: string, ...all: readonly WaitFact[]): Recorded[] => all.map((fact) => ({ id, fact }));
