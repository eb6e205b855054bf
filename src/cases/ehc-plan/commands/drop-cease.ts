// Records that a proposal to cease is not pursued.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class DroppedCease {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export const dropCease = useCase({
  name: 'DropCease',
  post: 'api/v1/ehc-plans/:id/cease/dropped',
  section: 'EHC plans',
  does: 'The proposal to cease is not pursued',
  rules: ['EHC-62'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-62).',
  },
  input: DroppedCease,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'DropCease', ...details }, context),
});
