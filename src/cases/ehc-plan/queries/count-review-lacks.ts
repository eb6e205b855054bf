// How many reviews were decided in a year with something missing that the law asks for, by what was missing.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { academicYearOf, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { lackKinds, type LackKind } from '../domain/words.js';
import { AsOfQuery } from './list-officers.js';

export class LackCount {
  @ApiProperty({ enum: lackKinds }) lack: LackKind;
  @ApiProperty({ description: 'Reviews decided without it; one review may lack several things' }) reviews: number;
}

export class ReviewLacks {
  @ApiProperty({ example: '2026-09-01' }) from: string;
  @ApiProperty({ description: 'The day that is asked for' }) to: string;
  @ApiProperty({ type: [LackCount] }) lacks: readonly LackCount[];
}

/** Of the school year up to the day, from an index of nothing but what is missing. */
export function countLacks(db: Statements, { from, to }: Record<'from' | 'to', CivilDate>): LackCount[] {
  const rows = db.all<{ lack: LackKind; reviews: number }>(
    `SELECT lack, count(*) AS reviews FROM ehc_review_lack
     WHERE lack IN (${lackKinds.map(() => '?').join(', ')}) AND decided_on >= ? AND decided_on <= ? GROUP BY lack`,
    ...lackKinds,
    from,
    to,
  );
  return lackKinds.map((lack) => ({ lack, reviews: rows.find((row) => row.lack === lack)?.reviews ?? 0 }));
}

export const countReviewLacks = question({
  name: 'CountReviewLacks',
  get: 'api/v1/ehc-plans/review-lacks/counts',
  section: 'EHC plans',
  tells: 'Reviews decided in the school year with something missing that the law asks for',
  rules: ['EHC-12', 'EHC-13', 'EHC-16', 'EHC-21', 'EHC-23', 'EHC-28'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because:
      'Counts, no names, unrounded: for those who run reviews, answer for them or audit them (EHC-13; REC-41, INTERNAL).',
  },
  input: AsOfQuery,
  answers: ReviewLacks,
  uses: [ReadSide],
  answer: ({ asked: { asOf } }, readSide): Promise<ReviewLacks> => {
    const period = { from: academicYearOf(asOf).from, to: asOf };
    return Promise.resolve({ ...period, lacks: countLacks(readSide.db, period) });
  },
  shows: noOne,
});
