// The clocks of one review, as of a date; and what they would be if its meeting were on another day. Nothing is recorded by asking.
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound } from '../../../kernel/errors.js';
import { readState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { planAsOf } from '../domain/as-of.js';
import type { Birth } from '../domain/facts-common.js';
import type { Plan } from '../domain/state.js';
import { clockIfMeetingOn, clockOf } from '../review-clocks.js';
import { ReviewClock } from './review-clock-view.js';

export class WhatIf {
  @ApiProperty({ required: false, description: 'As if the meeting were held on this day' })
  @IsOptional()
  @IsCivilDate()
  meetingOn?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class GetReviewClock extends OnwardQuery<ReviewClock> {
  readonly shows = () => [this.planId];

  constructor(
    readonly planId: string,
    readonly cycleId: string,
    readonly meetingOn: CivilDate | undefined,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetReviewClock)
export class GetReviewClockHandler implements IQueryHandler<GetReviewClock> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ planId, cycleId, meetingOn, asked: { asOf } }: GetReviewClock): Promise<ReviewClock> {
    const { db } = this.readSide;
    const recorded = readState<Plan>(db, 'ehc_plan', planId);
    if (!recorded) throw notFound('EHC plan', planId);
    const sql =
      'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ? AND birth_date IS NOT NULL';
    const birth = db.get<Birth>(sql, recorded.personId ?? '');
    const plan = planAsOf(recorded, asOf);
    if (meetingOn !== undefined && recorded.made && meetingOn < recorded.made.on)
      throw invalid('meetingOn', `must not be before the plan was made, on ${formatDate(recorded.made.on)}`, 'EHC-01');
    const of = { id: planId, plan, birth, choices: choicesIn(db) };
    const clock = meetingOn === undefined ? clockOf(of, cycleId, asOf) : clockIfMeetingOn(of, cycleId, asOf, meetingOn);
    if (!clock) throw notFound('review', cycleId);
    return Promise.resolve(clock);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/:id/reviews/:cycleId/clock')
export class GetReviewClockController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The clocks of one review; and what they would be if the meeting were on another day', ReviewClock, [
    'EHC-01',
    'EHC-15',
    'EHC-21',
    'EHC-22',
    'EHC-27',
  ])
  get(
    @Param('id') id: string,
    @Param('cycleId') cycleId: string,
    @Query() { meetingOn }: WhatIf,
    @AskedBy() asked: Asked,
  ): Promise<ReviewClock> {
    return this.dispatcher.ask(new GetReviewClock(id, cycleId, meetingOn, asked));
  }
}
