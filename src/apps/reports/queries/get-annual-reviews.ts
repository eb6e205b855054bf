// The annual-review figures of an authority on a census day.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
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

export class GetAnnualReviews extends OnwardQuery<Answer> {
  readonly shows = noOne;

  constructor(
    readonly authority: string | undefined,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetAnnualReviews)
export class GetAnnualReviewsHandler implements IQueryHandler<GetAnnualReviews> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ authority, asked }: GetAnnualReviews): Promise<Answer> {
    const report = annualReviewReport(this.readSide.db, asked.asOf, authority);
    return Promise.resolve({ ...report, use: profileOf('DFE_RETURN').words });
  }
}

@ApiTags('Reports')
@Controller('api/v1/reports/annual-reviews')
export class GetAnnualReviewsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute("DfE's annual-review row, and the same plans paired by cycle", AnnualReviewsAnswer, [
    'SEN2-10',
    'SEN2-15',
  ])
  get(@Query() { authority }: AnnualReviewsQuery, @AskedBy() asked: Asked): Promise<Answer> {
    return this.dispatcher.ask(new GetAnnualReviews(authority, asked));
  }
}
