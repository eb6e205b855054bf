// Records the second letter of ceasing: the decision, with the right of appeal.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ceaseGrounds } from '../domain/cease-grounds.js';
import { ehcPlan } from '../ehc-plan.js';
import { birthDateOfPlan } from './of-person.js';

export class CeaseDecision {
  @ApiProperty({ description: 'Day of the letter', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: ceaseGrounds }) @IsString() @Length(1, 40) ground: string;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'For no-longer-engages: what the review showed (EHC-61)' })
  @IsOptional()
  @IsBoolean()
  reviewShowsNoReturn?: boolean;
}

export const decideCease = useCase({
  name: 'DecideCease',
  post: 'api/v1/ehc-plans/:id/cease/decision',
  section: 'EHC plans',
  does: 'The decision to cease was notified; the plan stays in force',
  rules: ['EHC-60', 'EHC-61', 'EHC-62', 'EHC-66'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-60, EHC-61, EHC-62, EHC-66).',
  },
  input: CeaseDecision,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    const birthDate = await birthDateOfPlan(runner.journal, planId);
    return runner.run(ehcPlan, planId, { type: 'DecideCease', ...details, birthDate }, context);
  },
});
