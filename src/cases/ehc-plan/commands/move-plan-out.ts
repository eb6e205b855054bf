// Records that the plan was passed on to another authority.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class PlanTransfer {
  @ApiProperty({ description: 'Day of the transfer', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) toAuthority: string;
}

export const movePlanOut = useCase({
  name: 'MovePlanOut',
  post: 'api/v1/ehc-plans/:id/move-out',
  section: 'EHC plans',
  does: 'The plan was passed on to another authority',
  rules: ['EHC-50', 'EHC-51'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The authority that holds the plan passes it on (EHC-50, EHC-51).',
  },
  input: PlanTransfer,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'MoveOut', ...details }, context),
});
