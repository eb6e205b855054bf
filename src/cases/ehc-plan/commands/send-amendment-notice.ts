// Records the notice with the proposed amendments.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';

export class AmendmentNotice {
  @ApiProperty({ description: 'Day on which it was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the one that waits for it' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ required: false, description: 'Starts an amendment without a review' })
  @IsOptional()
  @IsBoolean()
  withoutReview?: boolean;
}

export const sendAmendmentNotice = useCase({
  name: 'SendAmendmentNotice',
  post: 'api/v1/ehc-plans/:id/amendment-notices',
  section: 'EHC plans',
  does: 'The notice with the proposed amendments was sent',
  rules: ['EHC-05', 'EHC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-05, EHC-24).',
  },
  input: AmendmentNotice,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'SendAmendmentNotice', ...details, newAmendmentId: idFrom(context.commandId, 'amendment') },
      context,
    ),
});
