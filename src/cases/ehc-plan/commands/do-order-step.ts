// Records what was done under an order of the Tribunal or a mediation agreement.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { orderSteps, type OrderStep } from '../domain/words.js';

export class DoneUnderOrder {
  @ApiProperty({ example: '2026-11-16' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: orderSteps }) @IsIn(orderSteps) step: OrderStep;
}

export const doOrderStep = useCase({
  name: 'DoOrderStep',
  post: 'api/v1/ehc-plans/:id/orders/:orderId/steps',
  section: 'EHC plans',
  does: 'Something was done under an order of the Tribunal, or under an agreement',
  rules: ['EHC-76', 'EHC-77', 'EHC-78'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-76, EHC-77, EHC-78).',
  },
  input: DoneUnderOrder,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, orderId }, input: sent, context }, runner) => {
    const details = { ...sent, orderId };
    return runner.run(ehcPlan, planId, { type: 'DoOrderStep', ...details } as const, context);
  },
});
