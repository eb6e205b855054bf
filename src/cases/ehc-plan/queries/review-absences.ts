// Absences by cohort: of those who are most often forgotten, how many have a review that is late with nothing on record (R7).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { countedPlacements, firstReview, outOfArea } from '../absence-tally.js';
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

/** From counts that are kept as the plans change (docs/adr/0056). */
export function countAbsences(db: Statements, asOf: CivilDate): CohortAbsences[] {
  const counts = absencesOn(db, asOf);
  return cohorts(asOf).map(({ cohort, filter, parts }) => ({
    cohort,
    filter,
    ...(parts ? counts.of(parts) : counts.ofNoPhase()),
  }));
}

export const countReviewAbsences = question({
  name: 'CountReviewAbsences',
  get: 'api/v1/ehc-plans/absences',
  section: 'EHC plans',
  tells: 'Late reviews by cohort, those with nothing on record counted by themselves',
  rules: ['R7', 'EHC-01'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Nobody is forgotten: counts by cohort for those who run reviews, answer for them or audit them (R7).',
  },
  input: AsOfQuery,
  answers: AbsencesAnswer,
  uses: [ReadSide],
  answer: ({ asked: { asOf } }, readSide): Promise<AbsencesAnswer> =>
    Promise.resolve({ items: countAbsences(readSide.db, asOf) }),
  shows: noOne,
});
