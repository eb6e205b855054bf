// Records the report of a review meeting.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { outcomes, roles, type Outcome, type Role } from '../domain/words.js';

export class ReviewReport {
  @ApiProperty({ description: 'Day on which it was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: outcomes }) @IsIn(outcomes) recommends: Outcome;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) sentTo: Role[];
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  recommendations?: string;
  @ApiProperty({ required: false, description: 'Where views differ; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  differences?: string;
}

export const sendReviewReport = useCase({
  name: 'SendReviewReport',
  post: 'api/v1/ehc-plans/:id/reviews/report',
  section: 'EHC plans',
  does: 'The report of the meeting was sent',
  rules: ['EHC-21'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-21).',
  },
  input: ReviewReport,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'SendReport', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
