// The annual-review figures of an authority on a census day.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { PairedFigures } from '../annual-reviews/paired-figures.js';
import { profileOf } from '../publication/profiles.js';
import { annualReviewReport, type AnnualReviewReport } from '../annual-reviews/report.js';

class AnnualReviewsQuery {
  @ApiProperty({ required: false, description: 'Code of the local authority; needed when the store holds several' })
  @IsOptional()
  @IsString()
  authority?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

class AnnualReviewsAnswer {
  @ApiProperty() authority: string;
  @ApiProperty() censusDay: string;
  @ApiProperty({ description: 'Measure and version of its definitions' }) definitions: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: "DfE's column names" })
  row: Record<string, number>;
  @ApiProperty({ type: Object, description: 'The same plans, each decision counted only for its own meeting (R4)' })
  pairedByCycle: PairedFigures;
  @ApiProperty({ description: 'By which profile of publication the row may leave (REC-41)' }) use: string;
}

type Answer = AnnualReviewReport & Pick<AnnualReviewsAnswer, 'use'>;

export const getAnnualReviews = question({
  name: 'GetAnnualReviews',
  get: 'api/v1/reports/annual-reviews',
  section: 'Reports',
  tells: "DfE's annual-review row, and the same plans paired by cycle",
  rules: ['SEN2-10', 'SEN2-15'],
  who: {
    roles: ['send-caseworker', 'manager', 'auditor'],
    because: "Figures of the authority's own reviews, unrounded: for its own staff (REC-41, INTERNAL).",
  },
  input: AnnualReviewsQuery,
  answers: AnnualReviewsAnswer,
  uses: [ReadSide],
  answer: ({ query: { authority }, asked }, readSide): Promise<Answer> => {
    const report = annualReviewReport(readSide.db, asked.asOf, authority);
    return Promise.resolve({ ...report, use: profileOf('DFE_RETURN').words });
  },
  shows: noOne,
});
