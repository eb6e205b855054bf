// Corrects the day of a fact of a wait (first contact, removal, stop), with a reason; what follows from it moves too.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { correctableDates, type CorrectableDate } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class WaitDateCorrection extends DayOfFact {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates, required: false, default: 'occurredOn' })
  @IsOptional()
  @IsIn(correctableDates)
  field?: CorrectableDate;
  @ApiProperty({ example: '2026-03-02' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectWaitDate extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: WaitDateCorrection,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CorrectWaitDate)
export class CorrectWaitDateHandler implements ICommandHandler<CorrectWaitDate> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: CorrectWaitDate) {
    const { on = today, correctsEventId, field = 'occurredOn', to, reason } = details;
    return this.runner.run(wait, id, { type: 'CorrectDate', on, correctsEventId, field, to, reason }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/date-corrections')
export class CorrectWaitDateController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Correct the day of a fact of this wait; the old one stays in the history', ['WAIT-44', 'REC-11'])
  post(
    @Param('id') id: string,
    @Body() details: WaitDateCorrection,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectWaitDate(id, details, today, context));
  }
}
