// Opens a review: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
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
import { cycleKinds, type CycleKind } from '../domain/words.js';

export class NewReview {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: cycleKinds }) @IsIn(cycleKinds) kind: CycleKind;
  @ApiProperty({ required: false, description: 'The review before it had a meeting and no decision' })
  @IsOptional()
  @IsBoolean()
  inPlaceOfUndecided?: boolean;
}

export class OpenReview extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: NewReview,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(OpenReview)
export class OpenReviewHandler implements ICommandHandler<OpenReview> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: OpenReview) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'OpenReview', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class OpenReviewController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews')
  @CommandRoute('Open a review; any first step does so too', ['EHC-02'])
  post(
    @Param('id') id: string,
    @Body() details: NewReview,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new OpenReview(id, details, context));
  }
}
