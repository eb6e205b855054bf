// Records that a plan ceased.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { choicesThen } from '../../../engine/settings/choices-then.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { ceaseGrounds } from '../domain/cease-grounds.js';
import { birthDateOfPlan } from './of-person.js';

export class PlanEnd {
  @ApiProperty({ description: 'Day on which it took effect', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Only where no decision letter comes before: maximum age, death',
    enum: ceaseGrounds,
  })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  ground?: string;
}

export const ceasePlan = useCase({
  name: 'CeasePlan',
  post: 'api/v1/ehc-plans/:id/cease',
  section: 'EHC plans',
  does: 'Ceasing took effect',
  rules: ['EHC-63', 'EHC-64', 'EHC-65', 'EHC-66'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-63, EHC-64, EHC-65, EHC-66).',
  },
  input: PlanEnd,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    const { journal } = runner;
    const asked = {
      type: 'CeasePlan',
      ...details,
      birthDate: await birthDateOfPlan(journal, planId),
      choices: await choicesThen(journal),
    } as const;
    return runner.run(ehcPlan, planId, asked, context);
  },
});
