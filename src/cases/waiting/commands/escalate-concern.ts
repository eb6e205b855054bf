// Records a concern that changes who is seen first; the clock stays as it is.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { urgencies, type Urgency } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class Escalation extends DayOfFact {
  @ApiProperty({ enum: urgencies }) @IsIn(urgencies) urgency: Urgency;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) concern: string;
}

export class EscalateConcern extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: Escalation,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(EscalateConcern)
export class EscalateConcernHandler implements ICommandHandler<EscalateConcern> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: EscalateConcern) {
    const { on = today, urgency, concern } = details;
    return this.runner.run(wait, id, { type: 'Escalate', on, urgency, concern }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/escalations')
export class EscalateConcernController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record a concern that changes who is seen first', ['WAIT-47'])
  post(
    @Param('id') id: string,
    @Body() details: Escalation,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new EscalateConcern(id, details, today, context));
  }
}
