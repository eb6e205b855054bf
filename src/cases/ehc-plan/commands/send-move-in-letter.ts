// Records the letter with which the new authority tells the family that it has the plan.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class MoveInLetter {
  @ApiProperty({ description: 'Day on which the letter was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsBoolean() willReassess: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() reviewOn?: CivilDate;
}

export const sendMoveInLetter = useCase({
  name: 'SendMoveInLetter',
  post: 'api/v1/ehc-plans/:id/move-in-letter',
  section: 'EHC plans',
  does: 'The letter after a move was sent',
  rules: ['EHC-52'],
  who: { roles: ['system', 'send-caseworker', 'manager'], because: 'The new authority writes to the family (EHC-52).' },
  input: MoveInLetter,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'SendMoveInLetter', ...details }, context),
});
