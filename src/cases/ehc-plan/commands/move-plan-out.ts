// Records that the plan was passed on to another authority: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class PlanTransfer {
  @ApiProperty({ description: 'Day of the transfer', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) toAuthority: string;
}

export class MovePlanOut extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: PlanTransfer,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(MovePlanOut)
export class MovePlanOutHandler implements ICommandHandler<MovePlanOut> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: MovePlanOut) {
    return this.runner.run(ehcPlan, planId, { type: 'MoveOut', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class MovePlanOutController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/move-out')
  @CommandRoute('The plan was passed on to another authority', ['EHC-50', 'EHC-51'])
  post(
    @Param('id') id: string,
    @Body() details: PlanTransfer,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MovePlanOut(id, details, context));
  }
}
