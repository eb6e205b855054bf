// When a plan counts in which cohort, and when its review was late there: what the counts of absences are kept from (R7).
import { sinceEver, nextDay, both, union, type Span } from '../../engine/processing/spans.js';
import type { Statements } from '../../engine/processing/statements.js';
import { keepTurns, turnsOf, type Stay } from '../../engine/processing/tally.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { never } from '../../engine/deadlines/deadline-table.js';

export const absenceTally = 'ehc_absence';

/** Keys of the deadlines of a review as a whole. */
export const reviewKeys = ['review', 'reviewAfterMove'] as const;

/** F7: the places of those who are most often forgotten. */
export const countedPlacements = ['NEET', 'EHE', 'EOTAS', 'further-education'] as const;

export const outOfArea = 'out-of-area';
export const firstReview = 'first-review';

/** Name of the cohort of a year group; the phase that it is in depends on the day. */
export const yearCohort = (cohort: number | undefined): string => `year ${cohort ?? 'not known'}`;
export const isYearCohort = (name: string): boolean => name.startsWith('year ');

interface LateRow {
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate;
  readonly due_on: CivilDate;
  readonly began_on: CivilDate;
  readonly met_on: CivilDate;
  readonly lapses_on: CivilDate;
}

export interface CountedPlan {
  /** Of a plan that moved in the day of the transfer: before it, it counted with another authority. */
  readonly heldFrom: CivilDate;
  readonly endedOn: CivilDate;
  readonly cohort: number | undefined;
  readonly placements: readonly {
    readonly kind: string;
    readonly outOfArea: boolean;
    readonly from: CivilDate;
    /** The last day of it. */
    readonly to: CivilDate;
  }[];
  /** Days on which a review was decided, here or by the authority from which the plan moved (EHC-51). */
  readonly reviewedOn: readonly CivilDate[];
  readonly reviews: readonly LateRow[];
  /** From this day nothing is asked for the child (`nothing-asked.ts`). */
  readonly goneOn: CivilDate | undefined;
}

export type PlanOfState = Omit<CountedPlan, 'reviews' | 'goneOn'>;

/** Pure. A plan is in the cohort of its year group, in those of its placements, and in that of the first review until one is decided. */
export function absenceStays(plan: CountedPlan): Stay[] {
  const { heldFrom, endedOn, cohort, placements, reviewedOn, reviews, goneOn = never } = plan;
  const inForce: Span[] = both([[heldFrom, endedOn]], [[sinceEver, goneOn as CivilDate]]);
  const placed = (is: (one: CountedPlan['placements'][number]) => boolean): Span[] =>
    union(placements.filter(is).map(({ from, to }): Span => [from, nextDay(to)]));
  const firstDecision = [...reviewedOn].sort()[0] ?? (never as CivilDate);
  const cohorts: [string, Span[]][] = [
    [yearCohort(cohort), inForce],
    ...countedPlacements.map((kind): [string, Span[]] => [kind, placed((one) => one.kind === kind)]),
    [outOfArea, placed((one) => one.outOfArea)],
    [firstReview, union([[heldFrom, firstDecision]])],
  ];
  const counts: [string, Span[]][] = [
    ['plans', inForce],
    [
      'absent',
      both(
        inForce,
        late(reviews, ({ began_on }) => [sinceEver, began_on]),
      ),
    ],
    [
      'overdue',
      both(
        inForce,
        late(reviews, ({ began_on }) => [began_on, never as CivilDate]),
      ),
    ],
  ];
  return cohorts.flatMap(([of, spans]) => counts.map(([what, days]) => ({ what, of, spans: both(days, spans) })));
}

/** Late from the day after its date until it is met, another date holds, or it is asked for no more (EHC-64). */
const late = (reviews: readonly LateRow[], during: (row: LateRow) => Span): Span[] =>
  union(
    reviews.flatMap((row) => {
      const held = both(
        [[row.valid_from, row.valid_to]],
        [[nextDay(row.due_on), row.met_on < row.lapses_on ? row.met_on : row.lapses_on]],
      );
      return both(held, [during(row)]);
    }),
  );

/** The reviews are read back from the deadlines of the plan, which are written before. */
export function keepAbsences(db: Statements, id: string, personId: string, plan: PlanOfState | undefined): void {
  if (!plan) return keepTurns(db, absenceTally, id, []);
  const reviews = db.all<LateRow & Record<string, never>>(
    `SELECT valid_from, valid_to, due_on, began_on, met_on, lapses_on FROM deadline_row WHERE case_id = ? AND pathway = 'ehc' AND is_task = 1
       AND key IN (${reviewKeys.map(() => '?').join(', ')})`,
    id,
    ...reviewKeys,
  );
  keepTurns(db, absenceTally, id, turnsOf(absenceStays({ ...plan, reviews, goneOn: goneOn(db, personId) })));
}

/** Whoever was forgotten is left out on every day, also on those before. */
export function goneOn(db: Statements, personId: string): CivilDate | undefined {
  const sql = 'SELECT died_on, forgotten_on FROM young_person WHERE id = ?';
  const row = db.get<{ died_on: CivilDate | null; forgotten_on: CivilDate | null }>(sql, personId);
  return row?.forgotten_on ? sinceEver : (row?.died_on ?? undefined);
}
