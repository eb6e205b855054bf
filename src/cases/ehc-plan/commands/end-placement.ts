// Ends a placement.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class PlacementEnd {
  @ApiProperty({ description: 'Last day of the placement', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export const endPlacement = useCase({
  name: 'EndPlacement',
  post: 'api/v1/ehc-plans/:id/placements/:placementId/end',
  section: 'EHC plans',
  does: 'A placement ended',
  rules: ['EHC-46'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-46).',
  },
  input: PlacementEnd,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, placementId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'EndPlacement', ...details, placementId }, context),
});
