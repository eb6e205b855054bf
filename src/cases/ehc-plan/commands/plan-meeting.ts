// Records for when a review meeting is arranged.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';

export class PlannedMeeting {
  @ApiProperty({ description: 'Day on which it was arranged', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty() @IsCivilDate() meetingOn: CivilDate;
}

export const planReviewMeeting = useCase({
  name: 'PlanReviewMeeting',
  post: 'api/v1/ehc-plans/:id/reviews/planned-meeting',
  section: 'EHC plans',
  does: 'The review meeting is arranged',
  rules: ['EHC-09', 'EHC-15'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-09, EHC-15).',
  },
  input: PlannedMeeting,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'PlanMeeting', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
