// Keeps the ledger of advice for a review: asked for, chased, received, declined, nothing to say, circulated.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { adviceSteps, channels, roles, type AdviceStep, type Channel, type Role } from '../domain/words.js';

export class AdviceEntry {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: adviceSteps }) @IsIn(adviceSteps) step: AdviceStep;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: Role[];
  @ApiProperty({ required: false, enum: channels }) @IsOptional() @IsIn(channels) channel?: Channel;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Date of the advice itself' })
  @IsOptional()
  @IsCivilDate()
  adviceDatedOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Why it was declined; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export const recordAdvice = useCase({
  name: 'RecordAdvice',
  post: 'api/v1/ehc-plans/:id/reviews/advice',
  section: 'EHC plans',
  does: 'A step in the ledger of advice',
  rules: ['EHC-16', 'EHC-17'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'camhs-clinician', 'specialist-nurse'],
    because: 'Whoever is asked for advice may enter their own; the authority keeps the ledger (EHC-16).',
  },
  input: AdviceEntry,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'RecordAdvice', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
