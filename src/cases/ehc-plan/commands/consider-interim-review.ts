// Records that a lighter review of a child under five was considered.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';

export class InterimReview {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
}

export const considerInterimReview = useCase({
  name: 'ConsiderInterimReview',
  post: 'api/v1/ehc-plans/:id/reviews/interim',
  section: 'EHC plans',
  does: 'A lighter review was considered',
  rules: ['EHC-34'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-34).',
  },
  input: InterimReview,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'ConsiderInterimReview', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
