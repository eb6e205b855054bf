// Takes back a fact of a wait that was recorded in error (a first contact, a removal, a stop), with what followed from it.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class WaitFactWithdrawal extends DayOfFact {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class WithdrawWaitFact extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: WaitFactWithdrawal,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(WithdrawWaitFact)
export class WithdrawWaitFactHandler implements ICommandHandler<WithdrawWaitFact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: WithdrawWaitFact) {
    const { on = today, correctsEventId, reason } = details;
    return this.runner.run(wait, id, { type: 'WithdrawFact', on, correctsEventId, reason }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/withdrawals')
export class WithdrawWaitFactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Take back a fact of this wait that was recorded in error; it stays in the history', [
    'WAIT-43',
    'WAIT-44',
    'REC-11',
  ])
  post(
    @Param('id') id: string,
    @Body() details: WaitFactWithdrawal,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawWaitFact(id, details, today, context));
  }
}
