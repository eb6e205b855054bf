// Records that a plan goes on past the 25th birthday.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { past25Settings, type Past25Setting } from '../domain/words.js';
import { birthDateOfPlan } from './of-person.js';

export class Continuation {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: past25Settings }) @IsIn(past25Settings) setting: Past25Setting;
  @ApiProperty({
    required: false,
    description: 'Outside further education the plan ends with the course or training; left out, its end is not known',
  })
  @IsOptional()
  @IsCivilDate()
  trainingEndsOn?: CivilDate;
}

export const continuePast25 = useCase({
  name: 'ContinuePast25',
  post: 'api/v1/ehc-plans/:id/continuation',
  section: 'EHC plans',
  does: 'The plan goes on past the 25th birthday',
  rules: ['EHC-64'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-64).',
  },
  input: Continuation,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    const birthDate = await birthDateOfPlan(runner.journal, planId);
    return runner.run(ehcPlan, planId, { type: 'ContinuePast25', ...details, birthDate }, context);
  },
});
