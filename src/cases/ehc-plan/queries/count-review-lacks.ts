// How many reviews were decided in a year with something missing that the law asks for, by what was missing: query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
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

export class CountReviewLacks extends OnwardQuery<ReviewLacks> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
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

@QueryHandler(CountReviewLacks)
export class CountReviewLacksHandler implements IQueryHandler<CountReviewLacks> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asked: { asOf } }: CountReviewLacks): Promise<ReviewLacks> {
    const period = { from: academicYearOf(asOf).from, to: asOf };
    return Promise.resolve({ ...period, lacks: countLacks(this.readSide.db, period) });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/review-lacks/counts')
export class CountReviewLacksController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Reviews decided in the school year with something missing that the law asks for', ReviewLacks, [
    'EHC-12',
    'EHC-13',
    'EHC-16',
    'EHC-21',
    'EHC-23',
    'EHC-28',
  ])
  get(@Query() _: AsOfQuery, @AskedBy() asked: Asked): Promise<ReviewLacks> {
    return this.dispatcher.ask(new CountReviewLacks(asked));
  }
}
