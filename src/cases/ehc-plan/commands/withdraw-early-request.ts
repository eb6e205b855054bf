// Records that a request for an early review was withdrawn: DTO, command, handler and route.
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

export class EarlyRequestWithdrawal {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export class WithdrawEarlyRequest extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly requestId: string,
    readonly details: EarlyRequestWithdrawal,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(WithdrawEarlyRequest)
export class WithdrawEarlyRequestHandler implements ICommandHandler<WithdrawEarlyRequest> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, requestId, details, context }: WithdrawEarlyRequest) {
    return this.runner.run(ehcPlan, planId, { type: 'WithdrawEarlyRequest', ...details, requestId }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class WithdrawEarlyRequestController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/early-reviews/:requestId/withdrawal')
  @CommandRoute('The request was withdrawn', ['EHC-35'])
  post(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @Body() details: EarlyRequestWithdrawal,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawEarlyRequest(id, requestId, details, context));
  }
}
