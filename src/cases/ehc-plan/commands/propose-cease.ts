// Records the first letter of ceasing: told and consulted.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { legalRoles } from '../domain/words.js';

export class CeaseProposal {
  @ApiProperty({ description: 'Day of the letter', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: legalRoles, isArray: true }) @IsArray() @IsIn(legalRoles, { each: true }) consulted: string[];
}

export const proposeCease = useCase({
  name: 'ProposeCease',
  post: 'api/v1/ehc-plans/:id/cease/proposal',
  section: 'EHC plans',
  does: 'Ceasing is proposed: the family is told and consulted, the head consulted',
  rules: ['EHC-62'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-62).',
  },
  input: CeaseProposal,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'ProposeCease', ...details, ceaseId: idFrom(context.commandId, 'cease') },
      context,
    ),
});
