// In SQL: of whom nothing is asked any more. Every list and count of what is due leaves them out, as `deadlines-on.ts` does for a replay.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { confirmDeath } from '../processing/process-managers/said-to-have-died.js';
import type { Statements } from '../processing/statements.js';

const unconfirmedOn = (asOf: string): string => `FROM (SELECT ${asOf} AS day) then_on CROSS JOIN deadline_row said
    WHERE said.key = '${confirmDeath}' AND said.valid_from <= then_on.day AND said.met_on > then_on.day AND said.valid_to > then_on.day`;

/** Whether a death is said and not confirmed on a day: everything else about them waits. One place for the day. */
export const onHold = (personId: string, asOf: string): string =>
  `${personId} IN (SELECT said.person_id ${unconfirmedOn(asOf)})`;

/** Whether the person had died by a day or is said to have, or was forgotten. `personId` is a column, `asOf` the day: two places. */
export const nothingAsked = (personId: string, asOf: string): string =>
  `(${gone(personId, asOf)} OR ${onHold(personId, asOf)})`;

/** Died, or forgotten: then not even a confirmation is asked for. */
export const gone = (personId: string, asOf: string): string =>
  // Looked up once for the whole question, by the index of the few who are gone: not for each of a hundred thousand deadlines.
  `${personId} IN (SELECT gone.id FROM young_person gone WHERE (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL)
    AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;

/** The same for a question about few people: each is looked up by itself, and however many are gone, they are not gathered. */
export const nothingAskedOf = (personId: string, asOf: string): string =>
  `(${goneOf(personId, asOf)} OR ${onHold(personId, asOf)})`;

export const goneOf = (personId: string, asOf: string): string =>
  `EXISTS (SELECT 1 FROM young_person gone WHERE gone.id = ${personId} AND (gone.died_on <= ${asOf} OR gone.forgotten_on IS NOT NULL))`;

/** Whether any day of death or forgetting is on record, whichever it is: of those the counts hold nothing (task-counts.ts). */
export const goneForGood = (personId: string): string =>
  `EXISTS (SELECT 1 FROM young_person gone WHERE gone.id = ${personId} AND (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL))`;

/** Of these people, those of whom one record says on that day that they died, while nobody has confirmed it. */
export function saidToHaveDied(db: Statements, personIds: readonly string[], asOf: CivilDate): ReadonlySet<string> {
  const found = db.all<{ id: string }>(
    `SELECT DISTINCT value AS id FROM json_each(?1) WHERE ${onHold('value', '?2')}`,
    JSON.stringify([...new Set(personIds)]),
    asOf,
  );
  return new Set(found.map(({ id }) => id));
}

export const isSaidToHaveDied = (db: Statements, personId: string, asOf: CivilDate): boolean =>
  saidToHaveDied(db, [personId], asOf).has(personId);

/** In SQL, as a table of `person_id` and `said_on`: of whom it is said on a day, and since when. */
export const saidSince = (asOf: string): string =>
  `(SELECT said.person_id, min(said.trigger_on) AS said_on ${unconfirmedOn(asOf)} GROUP BY said.person_id)`;

/** Whether a person was forgotten, as the lists have it. */
export const isForgotten = (db: Statements, personId: string): boolean =>
  db.get('SELECT 1 FROM young_person WHERE id = ? AND forgotten_on IS NOT NULL', personId) !== undefined;
