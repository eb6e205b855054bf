// Records that the old ICB notified the new one.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';

export class IcbNotice {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export const notifyNewIcb = useCase({
  name: 'NotifyNewIcb',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/notice',
  section: 'EHC plans',
  does: 'The old ICB notified the new one',
  rules: ['EHC-54'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
  },
  input: IcbNotice,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, changeId }, input: sent, context }, runner) => {
    const details = { ...sent, changeId };
    return runner.run(ehcPlan, planId, { type: 'NotifyNewIcb', ...details } as const, context);
  },
});
