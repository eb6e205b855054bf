// Records the answer to a request for an early review: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';

export class EarlyReviewAnswer {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsBoolean() agreed: boolean;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class AnswerEarlyReview extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly requestId: string,
    readonly details: EarlyReviewAnswer,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(AnswerEarlyReview)
export class AnswerEarlyReviewHandler implements ICommandHandler<AnswerEarlyReview> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, requestId, details, context }: AnswerEarlyReview) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'AnswerEarlyReview', ...details, requestId, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class AnswerEarlyReviewController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/early-reviews/:requestId/answer')
  @CommandRoute('The request was answered', ['EHC-35'])
  post(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @Body() details: EarlyReviewAnswer,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AnswerEarlyReview(id, requestId, details, context));
  }
}
