// Records the answer to a request for an early review.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';

export class EarlyReviewAnswer {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsBoolean() agreed: boolean;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const answerEarlyReview = useCase({
  name: 'AnswerEarlyReview',
  post: 'api/v1/ehc-plans/:id/early-reviews/:requestId/answer',
  section: 'EHC plans',
  does: 'The request was answered',
  rules: ['EHC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-35).',
  },
  input: EarlyReviewAnswer,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, requestId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'AnswerEarlyReview', ...details, requestId, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
