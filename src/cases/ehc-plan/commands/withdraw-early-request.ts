// Records that a request for an early review was withdrawn.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../domain/decide.js';

export class EarlyRequestWithdrawal {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export const withdrawEarlyRequest = useCase({
  name: 'WithdrawEarlyRequest',
  post: 'api/v1/ehc-plans/:id/early-reviews/:requestId/withdrawal',
  section: 'EHC plans',
  does: 'The request was withdrawn',
  rules: ['EHC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-35).',
  },
  input: EarlyRequestWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, requestId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'WithdrawEarlyRequest', ...details, requestId }, context),
});
