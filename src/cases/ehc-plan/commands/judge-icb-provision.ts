// Records whether the new ICB can secure the provision.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';

export class IcbJudgement {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Day on which the new ICB came to know that it is responsible', example: '2025-12-01' })
  @IsCivilDate()
  awareOn: CivilDate;
  @ApiProperty() @IsBoolean() canSecure: boolean;
}

export const judgeIcbProvision = useCase({
  name: 'JudgeIcbProvision',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/provision',
  section: 'EHC plans',
  does: 'The new ICB can, or cannot, secure the provision',
  rules: ['EHC-54'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
  },
  input: IcbJudgement,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, changeId }, input: sent, context }, runner) => {
    const details = { ...sent, changeId };
    return runner.run(ehcPlan, planId, { type: 'JudgeIcbProvision', ...details } as const, context);
  },
});
