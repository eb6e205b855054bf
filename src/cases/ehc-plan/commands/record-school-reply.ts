// Records what a consulted school replied.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { schoolReplies, type SchoolReply } from '../domain/words.js';

export class SchoolAnswer {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: schoolReplies, description: 'nil: it has nothing to say' })
  @IsIn(schoolReplies)
  reply: SchoolReply;
  @ApiProperty({ required: false, description: 'Needed where it cannot meet the need; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export const recordSchoolReply = useCase({
  name: 'RecordSchoolReply',
  post: 'api/v1/ehc-plans/:id/consultations/:consultationId/reply',
  section: 'EHC plans',
  does: 'The school replied',
  rules: ['EHC-30'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-30).',
  },
  input: SchoolAnswer,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, consultationId }, input: sent, context }, runner) => {
    const details = { ...sent, consultationId };
    return runner.run(ehcPlan, planId, { type: 'RecordSchoolReply', ...details } as const, context);
  },
});
