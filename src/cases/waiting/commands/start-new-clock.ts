// Starts a new clock at zero: a decision to treat after active monitoring.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class StartNewClock extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: DayOfFact,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(StartNewClock)
export class StartNewClockHandler implements ICommandHandler<StartNewClock> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: StartNewClock) {
    const { on = today } = details;
    return this.runner.run(wait, id, { type: 'StartNewClock', on }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/clock-starts')
export class StartNewClockController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Start a new clock after active monitoring', ['WAIT-02'])
  post(
    @Param('id') id: string,
    @Body() details: DayOfFact,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new StartNewClock(id, details, today, context));
  }
}
