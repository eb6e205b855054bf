// Corrects a date on a plan, with a reason; the history keeps both.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class EhcDateCorrection {
  @ApiProperty({ description: 'Day of the correction', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: "`on` for the date of the event itself, else the field's own name" })
  @IsString()
  @Length(1, 60)
  field: string;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctEhcDate = useCase({
  name: 'CorrectEhcDate',
  post: 'api/v1/ehc-plans/:id/corrections',
  section: 'EHC plans',
  does: 'Correct a date; the history keeps both',
  rules: ['REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-24).',
  },
  input: EhcDateCorrection,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'CorrectDate', ...details }, context),
});
