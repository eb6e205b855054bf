// Takes back that a term list was sent; the history keeps both: DTO, command, handler and route (EHC-11).
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
import { withdrawalReasons, type WithdrawalReason } from '../domain/term-lists/events.js';
import { termList } from '../domain/term-lists/term-list.js';

export class TermListWithdrawal {
  @ApiProperty({ example: '2026-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Event of the sending' }) @IsString() @Length(1, 120) sentEventId: string;
  @ApiProperty({ enum: withdrawalReasons }) @IsIn(withdrawalReasons) because: WithdrawalReason;
}

export class WithdrawTermList extends OnwardCommand {
  constructor(
    readonly listId: string,
    readonly details: TermListWithdrawal,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(WithdrawTermList)
export class WithdrawTermListHandler implements ICommandHandler<WithdrawTermList> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ listId, details, context }: WithdrawTermList): Promise<CommandResult> {
    return this.runner.run(termList, listId, { type: 'WithdrawSending', ...details }, context);
  }
}

@ApiTags('Term lists')
@Controller('api/v1/term-lists')
export class WithdrawTermListController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':listId/withdrawals')
  @CommandRoute('A term list was not sent as recorded', ['EHC-11', 'REC-24'])
  post(
    @Param('listId') listId: string,
    @Body() details: TermListWithdrawal,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawTermList(listId, details, context));
  }
}
