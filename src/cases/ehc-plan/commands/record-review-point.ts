// Records a further point of a review meeting.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { pointFindings, reviewPoints, type PointFinding, type ReviewPoint } from '../domain/words.js';

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

export const recordReviewPoint = useCase({
  name: 'RecordReviewPoint',
  post: 'api/v1/ehc-plans/:id/review-points',
  section: 'EHC plans',
  does: 'What the meeting said on outcomes at 19, a personal budget, or a care plan',
  rules: ['EHC-10', 'EHC-33'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-10, EHC-33).',
  },
  input: ReviewPointEntry,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'RecordReviewPoint', ...details, newCycleId: idFrom(context.commandId, 'review') } as const,
      context,
    ),
});
