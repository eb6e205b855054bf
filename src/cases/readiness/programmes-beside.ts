// What runs beside a programme: another one of the same clinic, and a CAMHS transition (RSG-E3).
import { never } from '../../engine/deadlines/deadline-table.js';
import type { Statements } from '../../engine/processing/statements.js';

/** One programme for each young person, service and organisation. */
export const isRunning = (db: Statements, personId: string, service: string, organisation: string): boolean =>
  db.get(
    `SELECT 1 AS running FROM readiness_programme
     WHERE person_id = ? AND service = ? AND organisation = ? AND ended_on = '${never}'`,
    personId,
    service,
    organisation,
  ) !== undefined;

/** The one that was opened last of those that are open. */
export const openTransitionOf = (db: Statements, personId: string): string | undefined =>
  db.get<{ id: string }>(
    `SELECT id FROM transition_case WHERE person_id = ? AND open_until = '${never}' ORDER BY opened_on DESC LIMIT 1`,
    personId,
  )?.id;
