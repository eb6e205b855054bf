// Records that a lighter review of a child under five was considered: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
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

export class InterimReview {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
}

export class ConsiderInterimReview extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: InterimReview,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ConsiderInterimReview)
export class ConsiderInterimReviewHandler implements ICommandHandler<ConsiderInterimReview> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: ConsiderInterimReview) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'ConsiderInterimReview', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ConsiderInterimReviewController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews/interim')
  @CommandRoute('A lighter review was considered', ['EHC-34'])
  post(
    @Param('id') id: string,
    @Body() details: InterimReview,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ConsiderInterimReview(id, details, context));
  }
}
