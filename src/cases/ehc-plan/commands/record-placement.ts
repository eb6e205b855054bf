// Records where a young person with a plan is placed.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { Placement } from './placement.js';

export class NewPlacement extends Placement {
  @ApiProperty({ description: 'A day on which it was known', example: '2025-09-04' }) @IsCivilDate() on: CivilDate;
}

export const recordPlacement = useCase({
  name: 'RecordPlacement',
  post: 'api/v1/ehc-plans/:id/placements',
  section: 'EHC plans',
  does: 'A placement, or its details set right',
  rules: ['EHC-36', 'EHC-46'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-36, EHC-46).',
  },
  input: NewPlacement,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: { on, ...details }, context }, runner) => {
    const placementId = idFrom(context.commandId, 'placement');
    return runner.run(ehcPlan, planId, { type: 'RecordPlacement', on, details: { ...details, placementId } }, context);
  },
});
