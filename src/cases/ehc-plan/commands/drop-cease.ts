// Records that a proposal to cease is not pursued: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class DroppedCease {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export class DropCease extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: DroppedCease,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(DropCease)
export class DropCeaseHandler implements ICommandHandler<DropCease> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: DropCease) {
    return this.runner.run(ehcPlan, planId, { type: 'DropCease', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class DropCeaseController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/cease/dropped')
  @CommandRoute('The proposal to cease is not pursued', ['EHC-62'])
  post(
    @Param('id') id: string,
    @Body() details: DroppedCease,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DropCease(id, details, context));
  }
}
