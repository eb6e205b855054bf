// Corrects the start of the clock, with a reason and an author; the date before stays reportable (WAIT-44).
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class ClockStartCorrection extends DayOfFact {
  @ApiProperty({ example: '2026-03-02', description: 'The day on which the referral was received' })
  @IsCivilDate()
  to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectClockStart extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: ClockStartCorrection,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CorrectClockStart)
export class CorrectClockStartHandler implements ICommandHandler<CorrectClockStart> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: CorrectClockStart) {
    const { on = today, to, reason } = details;
    return this.runner.run(wait, id, { type: 'CorrectClockStart', on, to, reason, author: context.actor.id }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/clock-start-corrections')
export class CorrectClockStartController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Correct the start of the clock', ['WAIT-01', 'WAIT-44'])
  post(
    @Param('id') id: string,
    @Body() details: ClockStartCorrection,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectClockStart(id, details, today, context));
  }
}
