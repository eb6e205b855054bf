// Records a request for an early review: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
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
import { roles, type Role } from '../domain/words.js';

export class EarlyReviewRequest {
  @ApiProperty({ description: 'Day on which the request came in', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: roles }) @IsIn(roles) by: Role;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class RequestEarlyReview extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: EarlyReviewRequest,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RequestEarlyReview)
export class RequestEarlyReviewHandler implements ICommandHandler<RequestEarlyReview> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: RequestEarlyReview) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'RequestEarlyReview', ...details, requestId: idFrom(context.commandId, 'early-review') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RequestEarlyReviewController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/early-reviews')
  @CommandRoute('An early review was asked for', ['EHC-35'])
  post(
    @Param('id') id: string,
    @Body() details: EarlyReviewRequest,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RequestEarlyReview(id, details, context));
  }
}
