// Records that the first contact took place.
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
import { contactModes, type ContactMode } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class FirstContactAttendance extends DayOfFact {
  @ApiProperty({ enum: contactModes }) @IsIn(contactModes) mode: ContactMode;
}

export class AttendFirstContact extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: FirstContactAttendance,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(AttendFirstContact)
export class AttendFirstContactHandler implements ICommandHandler<AttendFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: AttendFirstContact) {
    const { on = today, mode } = details;
    return this.runner.run(wait, id, { type: 'AttendFirstContact', on, mode }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/first-contact/attendance')
export class AttendFirstContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record that the first contact took place', ['WAIT-10', 'WAIT-22', 'WAIT-31'])
  post(
    @Param('id') id: string,
    @Body() details: FirstContactAttendance,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AttendFirstContact(id, details, today, context));
  }
}
