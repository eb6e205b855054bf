// In SQL: since when the risk of people is known to be higher: found while waiting, and not found lower or answered since (WAIT-45, WAIT-47).
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';
import { table } from '../processing/table.js';
import { goneOf } from './nothing-asked.js';

/** From a day on, up to and without another: when the contacts of a wait found the risk higher. Waits write it, and it is here because every list asks. */
export const waitRisk = table(
  'wait_risk',
  { case_id: 'text', person_id: 'text', from_on: 'text', to_on: 'text' },
  { key: ['case_id', 'from_on'], indexes: { wait_risk_person: '(person_id, from_on)' }, shared: true, published: true },
);

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
