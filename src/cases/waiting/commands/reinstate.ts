// Puts a wait back on the list whose end was recorded in error; its clock runs on.
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

export class Reinstatement extends DayOfFact {
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class ReinstateWait extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: Reinstatement,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ReinstateWait)
export class ReinstateWaitHandler implements ICommandHandler<ReinstateWait> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: ReinstateWait) {
    const { on = today, reason } = details;
    return this.runner.run(wait, id, { type: 'Reinstate', on, reason }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/reinstatements')
export class ReinstateWaitController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Put a wait back on the list that had been ended in error', ['WAIT-43', 'WAIT-44'])
  post(
    @Param('id') id: string,
    @Body() details: Reinstatement,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReinstateWait(id, details, today, context));
  }
}
