// What may be asked of the overdue reviews, and the SQL of each answer.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../../../engine/api/paging.js';
import { academicYearOf, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Value } from '../../../engine/processing/statements.js';
import { reviewKeys } from '../absence-tally.js';
import { outsideInstitutions, placementKinds } from '../domain/words.js';

/** Steps of a review by the keys of their deadlines. */
export const stepKeys = {
  review: reviewKeys,
  invitations: ['invitations'],
  advice: ['adviceCirculated'],
  report: ['report'],
  decision: ['decision'],
  'amendment-notice': ['amendmentNotice'],
  final: ['finalPlan'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReviewStep = keyof typeof stepKeys;
export const reviewSteps = Object.keys(stepKeys) as readonly ReviewStep[];

/** First and last national-curriculum year of each phase (CAL-14). */
export const schoolPhases = {
  'early-years': [-10, -1],
  primary: [0, 6],
  secondary: [7, 11],
  'post-16': [12, 13],
  'post-18': [14, 30],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type SchoolPhase = keyof typeof schoolPhases | 'not-known';
const allYears = [schoolPhases['early-years'][0], schoolPhases['post-18'][1]] as const;
/** A plan whose year group is not known belongs to no phase, and must not vanish from a count of phases. */
export const phaseNames = [...Object.keys(schoolPhases), 'not-known'] as readonly SchoolPhase[];
const placements = [...placementKinds, 'educated-elsewhere'] as const;

const asFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class OverdueReviewsQuery extends PageQuery {
  @ApiProperty({ required: false, enum: reviewSteps }) @IsOptional() @IsIn(reviewSteps) step?: ReviewStep;
  @ApiProperty({ required: false, enum: phaseNames }) @IsOptional() @IsIn(phaseNames) phase?: SchoolPhase;
  @ApiProperty({ required: false, enum: placements })
  @IsOptional()
  @IsIn(placements)
  placement?: (typeof placements)[number];
  @ApiProperty({ required: false }) @IsOptional() @Transform(asFlag) @IsBoolean() outOfArea?: boolean;
  @ApiProperty({
    required: false,
    description: 'No review of the plan was ever completed, here or by an authority before (EHC-51)',
  })
  @IsOptional()
  @Transform(asFlag)
  @IsBoolean()
  firstReview?: boolean;
  @ApiProperty({ required: false, description: 'Named worker of the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  officer?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) authority?: string;
}

type Condition = readonly [sql: string, ...values: readonly Value[]];

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

export function conditionsOf(query: OverdueReviewsQuery, asOf: CivilDate): Condition[] {
  const { step, phase, placement, outOfArea, firstReview, officer, authority } = query;
  const keys: readonly string[] = step ? stepKeys[step] : Object.values(stepKeys).flat();
  const found: Condition[] = [[`d.key IN (${marks(keys)})`, ...keys]];
  if (phase) {
    const start = Number(academicYearOf(asOf).from.slice(0, 4));
    const [first, last] = phase === 'not-known' ? allYears : schoolPhases[phase];
    const within = 'p.cohort BETWEEN ? AND ?';
    found.push([phase === 'not-known' ? `(p.cohort IS NULL OR NOT ${within})` : within, start - last, start - first]);
  }
  const placed = (extra: string): string =>
    `EXISTS (SELECT 1 FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.from_on <= ? AND x.to_on >= ? AND ${extra})`;
  if (placement) {
    const kinds =
      placement === 'educated-elsewhere' ? outsideInstitutions.filter((kind) => kind !== 'NEET') : [placement];
    found.push([placed(`x.kind IN (${marks(kinds)})`), asOf, asOf, ...kinds]);
  }
  if (outOfArea !== undefined) found.push([`${outOfArea ? '' : 'NOT '}${placed('x.out_of_area = 1')}`, asOf, asOf]);
  if (firstReview !== undefined) {
    const decided = 'EXISTS (SELECT 1 FROM ehc_review_cycle c WHERE c.plan_id = d.case_id AND c.decision_on <= ?)';
    // A review by the authority from which the plan moved is one of the plan (EHC-51).
    found.push([`${firstReview ? 'NOT ' : ''}(p.reviewed_before_on IS NOT NULL OR ${decided})`, asOf]);
  }
  if (officer !== undefined) {
    const theirs = 'SELECT w.person_id FROM named_worker w WHERE w.worker_id = ? AND w.from_on <= ? AND w.to_on > ?';
    found.push([`d.person_id IN (${theirs})`, officer, asOf, asOf]);
  }
  if (authority !== undefined) found.push(['p.authority = ?', authority]);
  return found;
}
