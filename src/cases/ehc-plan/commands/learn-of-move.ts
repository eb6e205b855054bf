// Records that the authority came to know of a move away.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class ExpectedMove {
  @ApiProperty({ description: 'Day on which it became known', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsCivilDate() movesOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) toAuthority?: string;
}

export const learnOfMove = useCase({
  name: 'LearnOfMove',
  post: 'api/v1/ehc-plans/:id/expected-move',
  section: 'EHC plans',
  does: 'The authority came to know of a move',
  rules: ['EHC-50'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The authority that holds the plan learns of the move (EHC-50).',
  },
  input: ExpectedMove,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'LearnOfMove', ...details }, context),
});
