// Records how far special educational needs are known: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { sendStatuses } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class NewSendStatus extends Dated {
  @ApiProperty({ enum: sendStatuses }) @IsIn(sendStatuses) status: (typeof sendStatuses)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class RecordSendStatus extends AboutPerson<Omit<NewSendStatus, 'on'>> {}

@CommandHandler(RecordSendStatus)
export class RecordSendStatusHandler implements ICommandHandler<RecordSendStatus> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: RecordSendStatus) {
    return this.runner.run(youngPerson, personId, { type: 'RecordSendStatus', on, send: details }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordSendStatusController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('send-status')
  @CommandRoute('Record the SEND status', ['TRN-07', 'TRN-20', 'AMB-07'])
  post(
    @Param('personId') personId: string,
    @Body() body: NewSendStatus,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordSendStatus(personId, ...dated(body, today), context));
  }
}
