// Stops the clock in one of the ways that stop it.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { clockStops, type ClockStop } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class StopOfClock extends DayOfFact {
  @ApiProperty({ enum: clockStops }) @IsIn(clockStops) how: ClockStop;
}

export class StopClock extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: StopOfClock,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(StopClock)
export class StopClockHandler implements ICommandHandler<StopClock> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: StopClock) {
    const { on = today, how } = details;
    return this.runner.run(wait, id, { type: 'StopClock', on, how }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/clock-stops')
export class StopClockController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Stop the clock', ['WAIT-02', 'WAIT-04', 'WAIT-07', 'WAIT-22'])
  post(
    @Param('id') id: string,
    @Body() details: StopOfClock,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new StopClock(id, details, today, context));
  }
}
