// Records a step of mediation, or its certificate.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { mediationSteps } from '../domain/words.js';

export class MediationEntry {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: [...mediationSteps, 'certificate'] }) @IsIn([...mediationSteps, 'certificate']) step: string;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export const recordMediation = useCase({
  name: 'RecordMediation',
  post: 'api/v1/ehc-plans/:id/mediation',
  section: 'EHC plans',
  does: 'A step of mediation, or its certificate',
  rules: ['EHC-70', 'EHC-74'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-70, EHC-74).',
  },
  input: MediationEntry,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'RecordMediation', ...details }, context),
});
