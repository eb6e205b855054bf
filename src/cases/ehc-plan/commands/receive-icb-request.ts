// Records that the new ICB asked for a review or a reassessment.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { icbRequests, type IcbRequest } from '../domain/words.js';

export class IcbAsking {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) asksFor: IcbRequest;
}

export const receiveIcbRequest = useCase({
  name: 'ReceiveIcbRequest',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/request',
  section: 'EHC plans',
  does: 'The new ICB asked for a review or a reassessment',
  rules: ['EHC-54'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
  },
  input: IcbAsking,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, changeId }, input: sent, context }, runner) => {
    const details = { ...sent, changeId };
    return runner.run(ehcPlan, planId, { type: 'ReceiveIcbRequest', ...details } as const, context);
  },
});
