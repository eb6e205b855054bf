// When a plan counts in which cohort, and when its review was late there: what the counts of absences are kept from (R7).
import { sinceEver, nextDay, both, union, type Span } from '../../engine/processing/spans.js';
import { tally, type Stay } from '../../engine/processing/tally.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { never, type DeadlineRow } from '../../engine/deadlines/deadline-table.js';

export const absenceTally = tally('ehc_absence');

/** Keys of the deadlines of a review as a whole. */
export const reviewKeys = ['review', 'reviewAfterMove'] as const;

/** F7: the places of those who are most often forgotten. */
export const countedPlacements = ['NEET', 'EHE', 'EOTAS', 'further-education'] as const;

export const outOfArea = 'out-of-area';
export const firstReview = 'first-review';

/** Name of the cohort of a year group; the phase that it is in depends on the day. */
export const yearCohort = (cohort: number | undefined): string => `year ${cohort ?? 'not known'}`;
export const isYearCohort = (name: string): boolean => name.startsWith('year ');

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
  /** The deadlines of its reviews (`reviewsOf`). */
  readonly reviews: readonly DeadlineRow[];
  /** From this day nothing is asked for the child (`nothing-asked.ts`). */
  readonly goneOn: CivilDate | undefined;
}

export const reviewsOf = (deadlines: readonly DeadlineRow[]): DeadlineRow[] =>
  deadlines.filter(({ key, is_task }) => is_task && (reviewKeys as readonly string[]).includes(key));

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
        late(reviews, ({ began_on }) => span(sinceEver, began_on)),
      ),
    ],
    [
      'overdue',
      both(
        inForce,
        late(reviews, ({ began_on }) => span(began_on, never)),
      ),
    ],
  ];
  return cohorts.flatMap(([of, spans]) => counts.map(([what, days]) => ({ what, of, spans: both(days, spans) })));
}

/** Late from the day after its date until it is met, another date holds, or it is asked for no more (EHC-64). */
const late = (reviews: readonly DeadlineRow[], during: (row: DeadlineRow) => Span): Span[] =>
  union(
    reviews.flatMap((row) => {
      const ends = row.met_on < row.lapses_on ? row.met_on : row.lapses_on;
      const held = both([span(row.valid_from, row.valid_to)], [[nextDay(row.due_on as CivilDate), ends as CivilDate]]);
      return both(held, [during(row)]);
    }),
  );

const span = (from: string, to: string): Span => [from as CivilDate, to as CivilDate];
