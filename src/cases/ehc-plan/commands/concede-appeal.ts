// Records that the authority does not oppose an appeal.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { appealOrders } from '../domain/words.js';

export class AppealNotOpposed {
  @ApiProperty({ description: 'Day on which the Tribunal was told', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({ enum: appealOrders, description: 'What is to follow' }) @IsIn(appealOrders) order: string;
}

export const concedeAppeal = useCase({
  name: 'ConcedeAppeal',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/concession',
  section: 'EHC plans',
  does: 'The authority told the Tribunal that it does not oppose the appeal',
  rules: ['EHC-77'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-77).',
  },
  input: AppealNotOpposed,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, appealId }, input: sent, context }, runner) => {
    const details = { ...sent, appealId };
    return runner.run(ehcPlan, planId, { type: 'ConcedeAppeal', ...details } as const, context);
  },
});
