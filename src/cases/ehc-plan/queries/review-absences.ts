// Absences by cohort: of those who are most often forgotten, how many have a review that is late with nothing on record (R7).
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { countedPlacements, firstReview, outOfArea } from '../absence-turns.js';
import { absencesOn, cohortsOf, phases } from './absences-on.js';
import { AsOfQuery } from './list-officers.js';

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

interface Cohort {
  readonly cohort: string;
  readonly filter: Readonly<Record<string, string>>;
  /** The cohorts of the kept counts that make it up on that day; none named: those of no phase. */
  readonly parts?: readonly string[];
}

/** F7: post-16, NEET, home-educated, further education, EOTAS, out of area, first anniversary. */
const cohorts = (asOf: CivilDate): readonly Cohort[] => [
  ...phases.map((phase) => ({ cohort: phase, filter: { phase }, parts: cohortsOf(phase, asOf) })),
  // Of no phase: they would stand in no row of a phase, and nobody would look for them.
  { cohort: 'not-known', filter: { phase: 'not-known' } },
  ...countedPlacements.map((placement) => ({ cohort: placement, filter: { placement }, parts: [placement] })),
  { cohort: outOfArea, filter: { outOfArea: 'true' }, parts: [outOfArea] },
  { cohort: firstReview, filter: { firstReview: 'true' }, parts: [firstReview] },
];

/** From counts that are kept as the plans change (ADR 26). */
export function countAbsences(db: Statements, asOf: CivilDate): CohortAbsences[] {
  const counts = absencesOn(db, asOf);
  return cohorts(asOf).map(({ cohort, filter, parts }) => ({
    cohort,
    filter,
    ...(parts ? counts.of(parts) : counts.ofNoPhase()),
  }));
}

@QueryHandler(CountReviewAbsences)
export class CountReviewAbsencesHandler implements IQueryHandler<CountReviewAbsences> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asked: { asOf } }: CountReviewAbsences): Promise<AbsencesAnswer> {
    return Promise.resolve({ items: countAbsences(this.readSide.db, asOf) });
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
