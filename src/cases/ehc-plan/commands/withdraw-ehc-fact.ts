// Withdraws what should not have been recorded on a plan, with a reason; the history keeps it: DTO, command, handler and route.
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

export class EhcFactWithdrawal {
  @ApiProperty({ description: 'Day of the withdrawal', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) eventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class WithdrawEhcFact extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: EhcFactWithdrawal,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(WithdrawEhcFact)
export class WithdrawEhcFactHandler implements ICommandHandler<WithdrawEhcFact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: WithdrawEhcFact) {
    return this.runner.run(ehcPlan, planId, { type: 'WithdrawFact', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class WithdrawEhcFactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/withdrawals')
  @CommandRoute('Withdraw a fact; the history keeps it', ['REC-24'])
  post(
    @Param('id') id: string,
    @Body() details: EhcFactWithdrawal,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawEhcFact(id, details, context));
  }
}
