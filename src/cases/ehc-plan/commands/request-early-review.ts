// Records a request for an early review.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';
import { roles, type Role } from '../domain/words.js';

export class EarlyReviewRequest {
  @ApiProperty({ description: 'Day on which the request came in', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: roles }) @IsIn(roles) by: Role;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const requestEarlyReview = useCase({
  name: 'RequestEarlyReview',
  post: 'api/v1/ehc-plans/:id/early-reviews',
  section: 'EHC plans',
  does: 'An early review was asked for',
  rules: ['EHC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-35).',
  },
  input: EarlyReviewRequest,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'RequestEarlyReview', ...details, requestId: idFrom(context.commandId, 'early-review') },
      context,
    ),
});
