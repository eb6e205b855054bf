// Records that a notice did not reach the family.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { channels, type Channel } from '../domain/words.js';

export class NoticeBounce {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
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
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const recordNoticeBounce = useCase({
  name: 'RecordNoticeBounce',
  post: 'api/v1/ehc-plans/:id/notices/bounced',
  section: 'EHC plans',
  does: 'A notice bounced: it was not served',
  rules: ['EHC-25'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-25).',
  },
  input: NoticeBounce,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'RecordBounce', ...details }, context),
});
