// Which reviews were decided in a year with something missing that the law asks for: the names behind the counts.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { academicYearOf, civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { fullName } from '../../../kernel/full-name.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { lackRules } from '../domain/lacks.js';
import { lackKinds, roles, type LackKind, type Role } from '../domain/words.js';

export class ReviewLacksQuery extends PageQuery {
  @ApiProperty({ enum: lackKinds }) @IsIn(lackKinds) lack: LackKind;
  @ApiProperty({
    required: false,
    example: 2025,
    description: 'Year in which the school year starts (default: that of the date)',
  })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

export class ReviewLacking extends MarkedPerson {
  @ApiProperty() planId: string;
  @ApiProperty() cycleId: string;
  @ApiProperty({ description: 'Which review of the plan' }) ordinal: number;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() decidedOn: string;
  @ApiProperty({ enum: lackKinds }) lack: LackKind;
  @ApiProperty({ enum: roles, isArray: true }) roles: readonly Role[];
  @ApiProperty({ example: 'EHC-12' }) rule: string;
}

export class ReviewLacksPage {
  @ApiProperty({ type: [ReviewLacking] }) items: ReviewLacking[];
  @ApiProperty({ required: false }) next?: string;
}

interface Found {
  readonly plan_id: string;
  readonly cycle_id: string;
  readonly ordinal: number;
  readonly person_id: string;
  readonly decided_on: string;
  readonly lack: LackKind;
  readonly roles: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
}

export function reviewsLacking(
  db: Statements,
  asOf: CivilDate,
  { lack, year }: Pick<ReviewLacksQuery, 'lack' | 'year'>,
  limit: number,
  place?: readonly (string | number)[],
): Found[] {
  const { from, to } = academicYearOf(year === undefined ? asOf : civilDate(`${year}-09-01`));
  return db.all<Found>(
    `SELECT l.*, y.given_name, y.family_name FROM ehc_review_lack l LEFT JOIN young_person y ON y.id = l.person_id
     WHERE l.lack = ? AND l.decided_on >= ? AND l.decided_on <= ?${place ? ' AND (l.decided_on, l.plan_id, l.cycle_id) > (?, ?, ?)' : ''}
     ORDER BY l.decided_on, l.plan_id, l.cycle_id LIMIT ?`,
    lack,
    from,
    to < asOf ? to : asOf,
    ...(place ?? []),
    limit,
  );
}

const shown = (row: Found): ReviewLacking => ({
  planId: row.plan_id,
  cycleId: row.cycle_id,
  ordinal: row.ordinal,
  personId: row.person_id,
  name: fullName(row),
  decidedOn: row.decided_on,
  lack: row.lack,
  roles: row.roles === '' ? [] : (row.roles.split(' ') as Role[]),
  rule: lackRules[row.lack],
});

export const listReviewLacks = question({
  name: 'ListReviewLacks',
  get: 'api/v1/ehc-plans/review-lacks',
  section: 'EHC plans',
  tells: 'Which reviews were decided in a year without something that the law asks for',
  rules: ['EHC-12', 'EHC-13', 'EHC-16', 'EHC-21', 'EHC-23', 'EHC-28'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'The names behind the counts: for those who run reviews, answer for them or audit them (EHC-13).',
  },
  input: ReviewLacksQuery,
  answers: ReviewLacksPage,
  uses: [ReadSide, Clock],
  answer: ({ query, asked }, readSide, clock): Promise<Page<ReviewLacking>> => {
    const { limit = defaultLimit, cursor } = query;
    const { db } = readSide;
    const rows = reviewsLacking(db, asked.asOf, query, limit + 1, decodeCursor(cursor, 3));
    const { items, next } = pageOf(rows, limit, ({ decided_on, plan_id, cycle_id }) => [decided_on, plan_id, cycle_id]);
    return Promise.resolve({ items: marked(db, items.map(shown), asked, clock.today()), next });
  },
  shows: everyoneIn,
});
