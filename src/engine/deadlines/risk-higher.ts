// In SQL: since when the risk of people is known to be higher: found while waiting, and not found lower or answered since (WAIT-45, WAIT-47).
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';
import { goneOf } from './nothing-asked.js';

/** Waiting replaces the rows of a wait whenever its state changes; here, because every list asks them. When a wait's contacts found the risk higher: from a day on, up to and without another. */
export const riskTable = `
CREATE TABLE wait_risk (
  case_id TEXT NOT NULL, person_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, PRIMARY KEY (case_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_risk_person ON wait_risk (person_id, from_on);`;

/** Of a page's people in one question. A wait that ended takes its mark away, but not while nobody has answered: what is unanswered is an open task. */
export function risksHigher(db: Statements, personIds: readonly string[], asOf: CivilDate): Map<string, CivilDate> {
  const found = db.all<{ person_id: string; since: CivilDate }>(
    `SELECT person_id, min(since) AS since FROM (
       SELECT person_id, from_on AS since FROM wait_risk
         WHERE person_id IN (SELECT value FROM json_each(?1)) AND from_on <= ?2 AND to_on > ?2
       UNION ALL SELECT person_id, trigger_on FROM deadline_row
         WHERE person_id IN (SELECT value FROM json_each(?1)) AND key = 'risk-higher' AND valid_from <= ?2 AND met_on > ?2 AND valid_to > ?2) known
     WHERE NOT ${goneOf('known.person_id', '?2')} GROUP BY person_id`,
    JSON.stringify([...new Set(personIds)]),
    asOf,
  );
  return new Map(found.map(({ person_id, since }) => [person_id, since] as const));
}

export const riskHigherSince = (db: Statements, personId: string, asOf: CivilDate): CivilDate | undefined =>
  risksHigher(db, [personId], asOf).get(personId);
