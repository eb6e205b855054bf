// In SQL: since when the risk of a person is known to be higher: found while waiting, and not found lower or answered since (WAIT-45, WAIT-47).
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';

/** A wait that ended takes its mark away, but not while nobody has answered: what is unanswered is an open task. */
export const riskHigherSince = (db: Statements, personId: string, asOf: CivilDate): string | undefined =>
  db.get<{ since: string | null }>(
    `SELECT min(since) AS since FROM (
       SELECT risk_higher_on AS since FROM wait_case WHERE person_id = ?1 AND risk_higher_on <= ?2 AND (removed_on IS NULL OR removed_on > ?2)
       UNION ALL SELECT trigger_on FROM deadline_row WHERE person_id = ?1 AND key = 'risk-higher'
         AND valid_from <= ?2 AND met_on > ?2 AND valid_to > ?2)`,
    personId,
    asOf,
  )?.since ?? undefined;
