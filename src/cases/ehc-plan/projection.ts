// The read model of EHC plans: plans, reviews, placements and needs, the deadlines of each plan, and the counts over all of them.
import type { Envelope } from '../../store/codec.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { casesToReckonAnew } from '../../engine/settings/projection.js';
import { caseProjection, type Beside, type RowsOf } from '../../engine/processing/case-projection.js';
import type { Projection } from '../../engine/processing/projection.js';
import { sinceEver } from '../../engine/processing/spans.js';
import type { Statements } from '../../engine/processing/statements.js';
import { entriesOf } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { toldOf } from '../../engine/person/person-then.js';
import { absenceStays, absenceTally, reviewsOf } from './absence-tally.js';
import { countedPlan } from './counted-plan.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { subjectsOf } from './domain/facts.js';
import type { Birth } from './domain/dated-facts.js';
import type { Plan } from './domain/state.js';
import { landingEntries, landingTally, movingLanding } from './landing-tally.js';
import { cycleRows, lackRows, needRows, placementRows, planRows } from './rows.js';
import { ehcTables, type EhcTables } from './tables.js';

/** What of the child's own rows a plan's rows follow from. */
interface Child {
  readonly birth?: Birth;
  /** From this day nothing is asked for the child; of whoever was forgotten never was. */
  readonly goneOn?: CivilDate;
  readonly officer: string | null;
}

export const ehcProjection: Projection = caseProjection(ehcPlanKind, {
  name: 'ehc_plan',
  version: 19,
  tables: ehcTables,
  counts: [absenceTally.count, landingTally.count],
  ofPerson: true,
  around: ({ personId = '' }: Plan, db): Child => childOf(db, personId),
  deadlines: (id, plan, { birth }) =>
    plan.personId === undefined
      ? undefined
      : { pathway: 'ehc', personId: plan.personId, subjects: subjectsOf(id, plan, birth) },
  rows: rowsOf,
  alsoTouchedBy,
});

/** A plan that was withdrawn (recorded for the wrong child) has no rows and no deadlines; its history stays. */
function rowsOf(id: string, plan: Plan, { around, deadlines }: Beside<Child>): RowsOf<EhcTables> | undefined {
  const { birth, goneOn, officer } = around;
  const counted = countedPlan(plan, birth?.on);
  if (!counted) return undefined;
  const absences = absenceStays({ ...counted, reviews: reviewsOf(deadlines), goneOn });
  return {
    ehc_plan: planRows(id, plan, birth?.on),
    ehc_review_cycle: cycleRows(id, plan),
    ehc_review_lack: lackRows(id, plan, birth?.on),
    ehc_placement: placementRows(id, plan),
    ehc_need: needRows(id, plan),
    ...absenceTally.rows(id, entriesOf(absences)),
    ...landingTally.rows(id, landingEntries(deadlines, officer, goneOn !== undefined)),
  };
}

function childOf(db: Statements, personId: string): Child {
  const child = db.get<Record<'birth_date' | 'died_on' | 'forgotten_on', CivilDate | null> & { birth_event: string }>(
    'SELECT birth_date, birth_event, died_on, forgotten_on FROM young_person WHERE id = ?',
    personId,
  );
  // The plus keeps SQLite from looking through all officers' children for the officers of one.
  const officer = db.get<{ worker_id: string }>(
    `SELECT worker_id FROM named_worker WHERE person_id = ? AND +role = 'send-officer' AND +to_on = '${never}' ORDER BY from_on DESC LIMIT 1`,
    personId,
  );
  return {
    birth: child?.birth_date ? { on: child.birth_date, eventId: child.birth_event } : undefined,
    goneOn: child?.forgotten_on ? sinceEver : (child?.died_on ?? undefined),
    officer: officer?.worker_id ?? null,
  };
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
  const { type, data } = event;
  const personId = toldOf(event);
  const tells = type === 'YoungPersonRegistered' || type === 'YoungPersonDetailsCorrected';
  // With the person's key the birth date is gone, and every date that followed from it (REC-12).
  const born = type === 'YoungPersonForgotten' || (tells && data['birthDate'] !== undefined);
  if (personId === undefined || (!born && !moving.has(type)))
    return casesToReckonAnew(event, db, planIds, `${planIds} WHERE authority = ?`);
  const sql = 'SELECT id FROM ehc_plan WHERE person_id = ?';
  return db.all<{ id: string }>(sql, personId).map(({ id }) => id);
}
