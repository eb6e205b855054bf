// Opens a review.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { cycleKinds, type CycleKind } from '../domain/words.js';

export class NewReview {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: cycleKinds }) @IsIn(cycleKinds) kind: CycleKind;
  @ApiProperty({ required: false, description: 'The review before it had a meeting and no decision' })
  @IsOptional()
  @IsBoolean()
  inPlaceOfUndecided?: boolean;
}

export const openReview = useCase({
  name: 'OpenReview',
  post: 'api/v1/ehc-plans/:id/reviews',
  section: 'EHC plans',
  does: 'Open a review; any first step does so too',
  rules: ['EHC-02'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-02).',
  },
  input: NewReview,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'OpenReview', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
