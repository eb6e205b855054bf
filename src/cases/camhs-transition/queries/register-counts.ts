// Counts over the register: of each gate, and the workers and teams in it. Only of what whoever asks may see.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Asked } from '../../../engine/access/messages.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { tallyOn } from '../../../engine/processing/tally.js';
import { registerTally } from '../register-tally.js';
import { openToCamhs } from './cases.js';
import { gateName, nextGates } from './register-rows.js';
import { seesAll, visibleTo } from '../../../engine/person/visible-to.js';

interface Counted {
  readonly gate: string;
  readonly cases: number;
}

/** For those who see everybody from counts that are kept (docs/adr/0056); what others see follows from consent, case by case. */
export function gateCounts(db: Statements, asked: Asked, today: CivilDate): Counted[] {
  const found = seesAll(asked.actor) ? tallyOn(db, registerTally, 'gate', asked.asOf) : gatesSeen(db, asked, today);
  return nextGates.map((gate) => ({ gate, cases: found.get(gate) ?? 0 }));
}

export function gatesSeen(db: Statements, { actor, asOf }: Asked, today: CivilDate): Map<string, number> {
  const visible = visibleTo(actor, today);
  const found = db.all<{ gate: string; cases: number }>(
    `SELECT ${gateName} AS gate, count(*) AS cases FROM (SELECT ? AS day) d CROSS JOIN transition_case c
     WHERE ${openToCamhs} AND ${visible.sql} GROUP BY gate`,
    ...[asOf, asOf, asOf],
    ...visible.values,
  );
  return new Map(found.map(({ gate, cases }) => [gate, cases] as const));
}

/**
 * Whoever is named worker of somebody open to CAMHS on that day. From worker to worker through the index, and of each no more than
 * the first who is open: the people of one worker are few, all people are many.
 */
export function registerWorkers(db: Statements, { actor, asOf }: Asked, today: CivilDate) {
  const visible = visibleTo(actor, today);
  const named = "FROM named_worker w INDEXED BY named_worker_named WHERE w.role = 'named-worker'";
  return db.all<{ id: string; name: string }>(
    `WITH RECURSIVE worker(id) AS (
       SELECT min(w.worker_id) ${named}
       UNION ALL SELECT (SELECT min(w.worker_id) ${named} AND w.worker_id > worker.id) FROM worker WHERE worker.id IS NOT NULL
     ), of(id, name) AS MATERIALIZED (
       SELECT id, (SELECT coalesce(w.name, w.worker_id) ${named} AND w.worker_id = worker.id AND w.from_on <= ? AND w.to_on > ?
         AND EXISTS (SELECT 1 FROM transition_case c WHERE c.person_id = w.person_id AND ${openToCamhs} AND ${visible.sql})
         ORDER BY w.name DESC LIMIT 1)
       FROM worker WHERE id IS NOT NULL
     )
     SELECT id, name FROM of WHERE name IS NOT NULL ORDER BY name, id`,
    ...[asOf, asOf, asOf, asOf],
    ...visible.values,
  );
}

export function registerTeams(db: Statements, asked: Asked, today: CivilDate): string[] {
  return seesAll(asked.actor)
    ? [...tallyOn(db, registerTally, 'team', asked.asOf).keys()].sort()
    : teamsSeen(db, asked, today);
}

export function teamsSeen(db: Statements, { actor, asOf }: Asked, today: CivilDate): string[] {
  const visible = visibleTo(actor, today);
  const sql = `SELECT DISTINCT c.team FROM transition_case c WHERE ${openToCamhs} AND ${visible.sql} ORDER BY c.team`;
  return db.all<{ team: string }>(sql, asOf, asOf, ...visible.values).map(({ team }) => team);
}
