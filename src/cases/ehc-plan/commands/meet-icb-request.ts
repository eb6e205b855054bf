// Records that the authority began what the new ICB asked for.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { icbRequests, type IcbRequest } from '../domain/words.js';

export class IcbCompliance {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) by: IcbRequest;
}

export const meetIcbRequest = useCase({
  name: 'MeetIcbRequest',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/request/met',
  section: 'EHC plans',
  does: 'The review was opened, or the reassessment notified',
  rules: ['EHC-54'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
  },
  input: IcbCompliance,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, changeId }, input: sent, context }, runner) => {
    const details = { ...sent, changeId };
    return runner.run(
      ehcPlan,
      planId,
      { type: 'MeetIcbRequest', ...details, newCycleId: idFrom(context.commandId, 'review') } as const,
      context,
    );
  },
});
