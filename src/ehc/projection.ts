// The read model of EHC plans: plans, reviews, placements and needs, and the deadlines of each plan.
import type { Envelope } from '../event-store/codec.js';
import type { CivilDate } from '../kernel/calendar/index.js';
import { parseStream } from '../kernel/decider.js';
import { caseProjection } from '../processing/case-projection.js';
import type { Projection } from '../processing/projection.js';
import type { Statements } from '../processing/statements.js';
import { replaceDeadlines } from '../worklist/deadline-table.js';
import { ehcPlan } from './domain/decide.js';
import type { EhcFact } from './domain/events.js';
import { subjectsOf } from './domain/facts.js';
import type { Birth } from './domain/facts-common.js';
import type { Plan } from './domain/state.js';
import { cycleRows, needRows, placementRows, planRow } from './rows.js';
import { ehcTables, partTables, valueOf, type Columns } from './tables.js';

const rowsOf = {
  ehc_review_cycle: cycleRows,
  ehc_placement: placementRows,
  ehc_need: needRows,
} as const satisfies Record<(typeof partTables)[number], (id: string, plan: Plan) => readonly Columns[]>;

export const ehcProjection: Projection = caseProjection<Plan, EhcFact>(ehcPlan, {
  name: 'ehc_plan',
  version: 2,
  tables: ehcTables,
  write,
  alsoTouchedBy,
});

function write(id: string, plan: Plan, db: Statements): void {
  db.run('DELETE FROM ehc_plan WHERE id = ?', id);
  for (const table of partTables) db.run(`DELETE FROM ${table} WHERE plan_id = ?`, id);
  const { personId, made } = plan;
  if (personId === undefined) return;
  // A plan that was withdrawn (recorded for the wrong child) has no rows and no deadlines; its history stays.
  const birth = made && birthOf(db, personId);
  replaceDeadlines(db, { pathway: 'ehc', caseId: id, personId }, subjectsOf(id, plan, birth));
  if (!made) return;
  insert(db, 'ehc_plan', planRow(id, plan, birth?.on));
  for (const table of partTables) for (const row of rowsOf[table](id, plan)) insert(db, table, row);
}

function birthOf(db: Statements, personId: string): Birth | undefined {
  const sql =
    'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ? AND birth_date IS NOT NULL';
  return db.get<Record<'on', CivilDate> & Record<'eventId', string>>(sql, personId);
}

/** A birth date moves age gates and cohorts. */
function alsoTouchedBy({ type, data, stream }: Envelope, db: Statements): readonly string[] {
  const tells = type === 'YoungPersonRegistered' || type === 'YoungPersonDetailsCorrected';
  // With the person's key the birth date is gone, and every date that followed from it (REC-12).
  if (type !== 'YoungPersonForgotten' && (!tells || data['birthDate'] === undefined)) return [];
  const sql = 'SELECT id FROM ehc_plan WHERE person_id = ?';
  return db.all<{ id: string }>(sql, parseStream(stream).id).map(({ id }) => id);
}

function insert(db: Statements, table: string, row: Columns): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  db.run(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    ...Object.values(row).map(valueOf),
  );
}
