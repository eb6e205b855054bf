// Records that more of the three who must get it have the final plan.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { recipients, type Recipient } from '../domain/words.js';

export class FinalPlanCopy {
  @ApiProperty({ description: 'Day on which they got it', example: '2026-01-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review whose final plan it is' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ enum: recipients, isArray: true })
  @IsArray()
  @IsIn(recipients, { each: true })
  recipients: Recipient[];
}

export const copyFinalPlan = useCase({
  name: 'CopyFinalPlan',
  post: 'api/v1/ehc-plans/:id/final-plans/copies',
  section: 'EHC plans',
  does: 'The final plan went to more of the three who must get it',
  rules: ['EHC-29'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-29).',
  },
  input: FinalPlanCopy,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'CopyFinalPlan', ...details } as const, context),
});
