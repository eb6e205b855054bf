// Records that a phase transfer is due.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { phases, type Phase } from '../domain/words.js';

export class ExpectedPhaseTransfer {
  @ApiProperty({ description: 'Day from which it was expected', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: phases }) @IsIn(phases) phase: Phase;
  @ApiProperty() @IsCivilDate() transferOn: CivilDate;
}

export const expectPhaseTransfer = useCase({
  name: 'ExpectPhaseTransfer',
  post: 'api/v1/ehc-plans/:id/phase-transfers',
  section: 'EHC plans',
  does: 'A phase transfer is due',
  rules: ['EHC-40', 'EHC-41', 'EHC-42'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-40, EHC-41, EHC-42).',
  },
  input: ExpectedPhaseTransfer,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      {
        type: 'ExpectPhaseTransfer',
        ...details,
        transferId: idFrom(planId, 'phase-transfer', details.phase, details.transferOn.slice(0, 4)),
      },
      context,
    ),
});
