// Absences by cohort: of those who are most often forgotten, how many have a review that is late with nothing on record (R7).
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import { noOne } from '../../identity/shows.js';
import { academicYearOf, type CivilDate } from '../../kernel/calendar/index.js';
import { Clock } from '../../ops/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements, Value } from '../../processing/statements.js';
import { allYears, schoolPhases, stepKeys } from './overdue-filter.js';
import { AsOfQuery } from './list-officers.js';
import { openTask } from '../../worklist/deadline-table.js';
import { nothingAsked } from '../../worklist/nothing-asked.js';

export class CohortAbsences {
  @ApiProperty({ example: 'post-16', description: 'Name of the cohort' }) cohort: string;
  @ApiProperty({ type: Object, description: 'The filters of the worklist that show them' }) filter: Readonly<
    Record<string, string>
  >;
  @ApiProperty({ description: 'Plans in force' }) plans: number;
  @ApiProperty({ description: 'Whose review is late, with nothing on record' }) absent: number;
  @ApiProperty({ description: 'Whose review is late though it was begun' }) overdue: number;
}

export class AbsencesAnswer {
  @ApiProperty({ type: [CohortAbsences] }) items: readonly CohortAbsences[];
}

export class CountReviewAbsences extends OnwardQuery<AbsencesAnswer> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
}

type Cohort = readonly [
  name: string,
  filter: Readonly<Record<string, string>>,
  sql: string,
  ...values: readonly Value[],
];

const placedAs = (condition: string): string =>
  `p.id IN (SELECT x.plan_id FROM ehc_placement x WHERE ${condition} AND x.from_on <= ?1 AND x.to_on >= ?1)`;

/** F7: post-16, NEET, home-educated, further education, EOTAS, out of area, first anniversary. */
function cohorts(asOf: CivilDate): readonly Cohort[] {
  const start = Number(academicYearOf(asOf).from.slice(0, 4));
  const phases = Object.entries(schoolPhases).map(([phase, [first, last]]): Cohort => [
    phase,
    { phase },
    'p.cohort BETWEEN ? AND ?',
    start - last,
    start - first,
  ]);
  const places = ['NEET', 'EHE', 'EOTAS', 'further-education'].map((placement): Cohort => [
    placement,
    { placement },
    placedAs('x.kind = ?'),
    placement,
  ]);
  const decided = 'EXISTS (SELECT 1 FROM ehc_review_cycle c WHERE c.plan_id = p.id AND c.decision_on <= ?1)';
  return [
    ...phases,
    // Of no phase: they would stand in no row of a phase, and nobody would look for them.
    [
      'not-known',
      { phase: 'not-known' },
      '(p.cohort IS NULL OR NOT p.cohort BETWEEN ? AND ?)',
      start - allYears[1],
      start - allYears[0],
    ],
    ...places,
    ['out-of-area', { outOfArea: 'true' }, placedAs('x.out_of_area = 1')],
    ['first-review', { firstReview: 'true' }, `NOT ${decided}`],
  ];
}

/** In SQL over `ehc_plan p`: its review is late on the day `?1`, and was begun by then (`<=`) or not (`>`). `now`: nothing is recorded beyond it. */
export function lateReview(began: '<=' | '>', now: boolean): string {
  const [review, moved] = stepKeys.review;
  const open = now ? openTask('d.') : 'd.valid_to > ?1 AND d.met_on > ?1';
  return `p.id IN (SELECT d.case_id FROM deadline_row d WHERE d.pathway = 'ehc' AND d.key IN ('${review}', '${moved}') AND d.valid_from <= ?1
      AND ${open} AND d.due_on < ?1 AND d.began_on ${began} ?1)`;
}

/** One row a plan: its review that is late on that day, if there is one. */
export function countAbsences(db: Statements, asOf: CivilDate, today: CivilDate): CohortAbsences[] {
  return cohorts(asOf).map(([cohort, filter, sql, ...values]) => {
    const counts = db.get<{ plans: number; absent: number; overdue: number }>(
      `SELECT count(*) AS plans, count(*) FILTER (WHERE ${lateReview('>', asOf >= today)}) AS absent, count(*) FILTER (WHERE ${lateReview('<=', asOf >= today)}) AS overdue
       FROM ehc_plan p WHERE p.plan_made_on <= ?1 AND p.ended_on > ?1
       AND NOT ${nothingAsked('p.person_id', '?1')} AND ${sql}`,
      asOf,
      ...values,
    );
    return { cohort, filter, plans: 0, absent: 0, overdue: 0, ...counts };
  });
}

@QueryHandler(CountReviewAbsences)
export class CountReviewAbsencesHandler implements IQueryHandler<CountReviewAbsences> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ asked: { asOf } }: CountReviewAbsences): Promise<AbsencesAnswer> {
    return Promise.resolve({ items: countAbsences(this.readSide.db, asOf, this.clock.today()) });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/absences')
export class CountReviewAbsencesController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Late reviews by cohort, those with nothing on record counted by themselves', AbsencesAnswer, [
    'R7',
    'EHC-01',
  ])
  get(@Query() _: AsOfQuery, @AskedBy() asked: Asked): Promise<AbsencesAnswer> {
    return this.dispatcher.ask(new CountReviewAbsences(asked));
  }
}
