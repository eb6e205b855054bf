// The read model of EHC plans: plans, reviews, placements and needs, and the deadlines of each plan.
import type { Envelope } from '../../store/codec.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { parseStream } from '../../kernel/decider.js';
import { casesToReckonAnew } from '../../engine/settings/projection.js';
import { caseProjection } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import type { Statements } from '../../engine/processing/statements.js';
import { fillTally, keepTurns } from '../../engine/processing/tally.js';
import { replaceDeadlines } from '../../engine/deadlines/deadline-table.js';
import { isForgotten } from '../../engine/deadlines/nothing-asked.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { absenceTally, keepAbsences } from './absence-turns.js';
import { countedPlan } from './counted-plan.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import type { EhcFact } from './domain/events.js';
import { subjectsOf } from './domain/facts.js';
import type { Birth } from './domain/dated-facts.js';
import type { Plan } from './domain/state.js';
import { keepLanding, landingTally, movingLanding } from './landing-turns.js';
import { cycleRows, lackRows, needRows, placementRows, planRow } from './rows.js';
import { ehcTables, partTables, valueOf, type Columns } from './tables.js';

const rowsOf = {
  ehc_review_cycle: cycleRows,
  ehc_review_lack: lackRows,
  ehc_placement: placementRows,
  ehc_need: needRows,
} as const satisfies Record<
  (typeof partTables)[number],
  (id: string, plan: Plan, birthDate: CivilDate | undefined) => readonly Columns[]
>;

export const ehcProjection: Projection = caseProjection<Plan, EhcFact>(ehcPlanKind, {
  name: 'ehc_plan',
  version: 18,
  tables: ehcTables,
  lastRows: (db) => db.database.exec(fillTally(absenceTally) + fillTally(landingTally)),
  write,
  alsoTouchedBy,
  ofPerson: { isForgotten, erase },
});

function write(id: string, plan: Plan, db: Statements): void {
  const { personId, made } = plan;
  if (personId === undefined) return;
  // A plan that was withdrawn (recorded for the wrong child) has no rows and no deadlines; its history stays.
  const birth = made && birthOf(db, personId);
  replaceDeadlines(db, { pathway: 'ehc', caseId: id, personId }, subjectsOf(id, plan, birth));
  replace(db, 'ehc_plan', id, made ? [planRow(id, plan, birth?.on)] : []);
  for (const table of partTables) replace(db, table, id, made ? rowsOf[table](id, plan, birth?.on) : []);
  keepAbsences(db, id, personId, made && countedPlan(plan, birth?.on));
  keepLanding(db, id, personId);
}

function erase(id: string, db: Statements, personId: string): void {
  replaceDeadlines(db, { pathway: 'ehc', caseId: id, personId }, []);
  for (const table of ['ehc_plan', ...partTables]) replace(db, table, id, []);
  for (const tally of [absenceTally, landingTally]) keepTurns(db, tally, id, []);
}

function birthOf(db: Statements, personId: string): Birth | undefined {
  const sql =
    'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ? AND birth_date IS NOT NULL';
  return db.get<Record<'on', CivilDate> & Record<'eventId', string>>(sql, personId);
}

/** A death, and who holds the child. */
const moving: ReadonlySet<string> = new Set<YoungPersonFact['type']>([
  ...movingLanding,
  'YoungPersonDied',
  'FactCorrected',
  'FactWithdrawn',
]);

const planIds = 'SELECT id FROM ehc_plan';

/** A birth date moves age gates and cohorts. From a death on a plan counts nowhere; with another officer its reviews are theirs. */
function alsoTouchedBy(event: Envelope, db: Statements): readonly string[] {
  const { type, data, stream } = event;
  const tells = type === 'YoungPersonRegistered' || type === 'YoungPersonDetailsCorrected';
  // With the person's key the birth date is gone, and every date that followed from it (REC-12).
  const born = type === 'YoungPersonForgotten' || (tells && data['birthDate'] !== undefined);
  if (!born && !moving.has(type)) return casesToReckonAnew(event, db, planIds, `${planIds} WHERE authority = ?`);
  const sql = 'SELECT id FROM ehc_plan WHERE person_id = ?';
  return db.all<{ id: string }>(sql, parseStream(stream).id).map(({ id }) => id);
}

function replace(db: Statements, table: string, id: string, rows: readonly Columns[]): void {
  const { columns } = db.table(table);
  const cells = rows.map((row) => columns.map((column) => valueOf(row[column])));
  db.replace(table, id, cells);
}
