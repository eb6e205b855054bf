// What may be asked of the SEND worklist; each filter is a link that can be shared.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import { addMonths, academicYearOf, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Value } from '../../../engine/processing/statements.js';
import { conditionsOf, OverdueReviewsQuery } from './overdue-filter.js';

export const worklistStates = ['overdue', 'absent', 'due', 'not-known', 'missed'] as const;
export type WorklistState = (typeof worklistStates)[number];

const asNumber = ({ value }: { value: unknown }): unknown => (value === undefined ? undefined : Number(value));

export class ReviewWorklistQuery extends OverdueReviewsQuery {
  @ApiProperty({
    required: false,
    enum: worklistStates,
    description:
      'Absent: late, and nothing shows that anybody began. Not known: a return is silent about it. Missed: late, and can no longer be done',
  })
  @IsOptional()
  @IsIn(worklistStates)
  state?: WorklistState;
  @ApiProperty({ required: false, description: 'URN of the school or college' })
  @IsOptional()
  @IsString()
  @Length(1, 20)
  school?: string;
  @ApiProperty({
    required: false,
    minimum: -5,
    maximum: 20,
    description: 'National-curriculum year (CAL-14); 0 is reception',
  })
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(-5)
  @Max(20)
  yearGroup?: number;
  @ApiProperty({
    required: false,
    minimum: 1,
    maximum: 20,
    description: 'Plan last issued at least so many years ago (EHC-32)',
  })
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  @Max(20)
  planAge?: number;
  @ApiProperty({ required: false, description: 'SEND officer who holds the young person now; `none`: nobody does' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  heldBy?: string;
  @ApiProperty({ required: false, description: 'Due on this day or later', example: '2026-11-30' })
  @IsOptional()
  @IsCivilDate()
  dueFrom?: CivilDate;
  @ApiProperty({ required: false, description: 'Due on this day or earlier', example: '2026-12-06' })
  @IsOptional()
  @IsCivilDate()
  dueTo?: CivilDate;
}

/** The one SEND officer who holds a young person on a day, as every list names them; `?1` is the day. */
export const heldBySql = (personId: string): string =>
  `(SELECT h.worker_id FROM named_worker h WHERE h.person_id = ${personId} AND h.role = 'send-officer' AND h.from_on <= ?1 AND h.to_on > ?1
    ORDER BY h.from_on DESC LIMIT 1)`;

type Condition = readonly [sql: string, ...values: readonly Value[]];

const stateSql: Readonly<Record<WorklistState, (asOf: CivilDate) => Condition>> = {
  overdue: (asOf) => ['d.due_on < ? AND d.began_on <= ?', asOf, asOf],
  absent: (asOf) => ['d.due_on < ? AND d.began_on > ?', asOf, asOf],
  due: (asOf) => ['d.due_on >= ?', asOf],
  'not-known': () => ['d.untold = 1'],
  missed: () => ['d.missed = 1'],
};

export function worklistConditions(query: ReviewWorklistQuery, asOf: CivilDate): Condition[] {
  const { step, state, school, yearGroup, planAge, heldBy, dueFrom, dueTo } = query;
  // Without a step, the list is of every deadline of a plan, not of the reviews' alone: the first condition is the steps.
  const found = conditionsOf(query, asOf).slice(step === undefined ? 1 : 0) as Condition[];
  if (state !== undefined) found.push(stateSql[state](asOf));
  if (school !== undefined)
    found.push([
      'EXISTS (SELECT 1 FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.urn = ? AND x.from_on <= ? AND x.to_on >= ?)',
      school.trim(),
      asOf,
      asOf,
    ]);
  if (yearGroup !== undefined) found.push(['p.cohort = ?', Number(academicYearOf(asOf).from.slice(0, 4)) - yearGroup]);
  if (planAge !== undefined) found.push(['p.last_issued_on <= ?', addMonths(asOf, -12 * planAge)]);
  if (heldBy === 'none') found.push([`${heldBySql('d.person_id')} IS NULL`]);
  else if (heldBy !== undefined) found.push([`${heldBySql('d.person_id')} = ?`, heldBy]);
  if (dueFrom !== undefined) found.push(['d.due_on >= ?', dueFrom]);
  if (dueTo !== undefined) found.push(['d.due_on <= ?', dueTo]);
  return found;
}
