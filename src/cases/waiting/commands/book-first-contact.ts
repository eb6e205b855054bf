// Records the date that was agreed for the first contact.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
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

export class FirstContactBooking extends DayOfFact {
  @ApiProperty({
    example: '2026-09-14',
    description: 'The day of the appointment; `on` is the day on which it was agreed',
  })
  @IsCivilDate()
  appointmentOn: CivilDate;
}

export class BookFirstContact extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: FirstContactBooking,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(BookFirstContact)
export class BookFirstContactHandler implements ICommandHandler<BookFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: BookFirstContact) {
    const { on = today, appointmentOn } = details;
    return this.runner.run(wait, id, { type: 'BookFirstContact', on, appointmentOn }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/first-contact/bookings')
export class BookFirstContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record the date agreed for the first contact', ['WAIT-03'])
  post(
    @Param('id') id: string,
    @Body() details: FirstContactBooking,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new BookFirstContact(id, details, today, context));
  }
}
