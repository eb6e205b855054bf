// Records a refusal to assess anew or to make a plan, which can be appealed against.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { refusals, type Refusal } from '../domain/words.js';

export class RefusalLetter {
  @ApiProperty({ description: 'Day of the letter', example: '2026-11-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: refusals, description: 'An assessment (a reassessment too), or a plan' })
  @IsIn(refusals)
  refusal: Refusal;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
}

export const notifyRefusal = useCase({
  name: 'NotifyRefusal',
  post: 'api/v1/ehc-plans/:id/refusals',
  section: 'EHC plans',
  does: 'An assessment or a plan was refused, with the right of appeal',
  rules: ['EHC-75'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-75).',
  },
  input: RefusalLetter,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'NotifyRefusal', ...details } as const, context),
});
