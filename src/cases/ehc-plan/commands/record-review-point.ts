// Records a further point of a review meeting: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { pointFindings, reviewPoints, type PointFinding, type ReviewPoint } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class ReviewPointEntry {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the one under way on that day' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: reviewPoints }) @IsIn(reviewPoints) point: ReviewPoint;
  @ApiProperty({ enum: pointFindings }) @IsIn(pointFindings) finding: PointFinding;
}

export class RecordReviewPoint extends PlanStep<ReviewPointEntry> {}

@CommandHandler(RecordReviewPoint)
export class RecordReviewPointHandler extends PlanStepHandler<RecordReviewPoint> {
  protected asked({ details, context }: RecordReviewPoint) {
    return { type: 'RecordReviewPoint', ...details, newCycleId: idFrom(context.commandId, 'review') } as const;
  }
}

@PlanRoutes()
export class RecordReviewPointController extends PlanController {
  @Post(':id/review-points')
  @CommandRoute('What the meeting said on outcomes at 19, a personal budget, or a care plan', ['EHC-10', 'EHC-33'])
  post(
    @Param('id') id: string,
    @Body() details: ReviewPointEntry,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordReviewPoint(id, details, context));
  }
}
