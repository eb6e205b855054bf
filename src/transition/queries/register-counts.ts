// Counts over the register: of each gate, and the workers and teams in it. Only of what whoever asks may see.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Asked } from '../../identity/messages.js';
import type { Statements } from '../../processing/statements.js';
import { openToCamhs } from './cases.js';
import { gateName, nextGates } from './register-rows.js';
import { visibleTo } from './visible-to.js';

interface Counted {
  readonly gate: string;
  readonly cases: number;
}

export function gateCounts(db: Statements, { actor, asOf }: Asked, today: CivilDate): Counted[] {
  const visible = visibleTo(actor, today);
  const found = db.all<{ gate: string; cases: number }>(
    `SELECT ${gateName} AS gate, count(*) AS cases FROM (SELECT ? AS day) d CROSS JOIN transition_case c
     WHERE ${openToCamhs} AND ${visible.sql} GROUP BY gate`,
    ...[asOf, asOf, asOf],
    ...visible.values,
  );
  return nextGates.map((gate) => ({ gate, cases: found.find((row) => row.gate === gate)?.cases ?? 0 }));
}

/** Whoever is named worker of somebody open to CAMHS on that day. */
export function registerWorkers(db: Statements, { actor, asOf }: Asked, today: CivilDate) {
  const visible = visibleTo(actor, today);
  return db.all<{ id: string; name: string }>(
    `SELECT w.worker_id AS id, coalesce(max(w.name), w.worker_id) AS name FROM transition_case c
     JOIN named_worker w ON w.person_id = c.person_id AND w.role = 'named-worker' AND w.from_on <= ? AND w.to_on > ?
     WHERE ${openToCamhs} AND ${visible.sql} GROUP BY w.worker_id ORDER BY name, id`,
    ...[asOf, asOf, asOf, asOf],
    ...visible.values,
  );
}

export function registerTeams(db: Statements, { actor, asOf }: Asked, today: CivilDate): string[] {
  const visible = visibleTo(actor, today);
  const sql = `SELECT DISTINCT c.team FROM transition_case c WHERE ${openToCamhs} AND ${visible.sql} ORDER BY c.team`;
  return db.all<{ team: string }>(sql, asOf, asOf, ...visible.values).map(({ team }) => team);
}
