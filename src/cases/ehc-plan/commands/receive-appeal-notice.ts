// Records that the notice of an appeal came.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';

export class AppealNotice {
  @ApiProperty({ description: 'Day on which the authority received it', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
}

export const receiveAppealNotice = useCase({
  name: 'ReceiveAppealNotice',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/notice',
  section: 'EHC plans',
  does: "The Tribunal's notice of the appeal came: the time for the response runs",
  rules: ['EHC-73'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-73).',
  },
  input: AppealNotice,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, appealId }, input: sent, context }, runner) => {
    const details = { ...sent, appealId };
    return runner.run(ehcPlan, planId, { type: 'ReceiveAppealNotice', ...details } as const, context);
  },
});
