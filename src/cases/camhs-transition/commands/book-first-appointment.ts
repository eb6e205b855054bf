// Books a first adult appointment: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class BookFirstAppointmentBody extends Dated {
  @ApiProperty({ description: 'Day of the appointment' }) @IsCivilDate() bookedFor: CivilDate;
}

export class BookFirstAppointment extends AboutTransition<Omit<BookFirstAppointmentBody, 'on'>> {}

@CommandHandler(BookFirstAppointment)
export class BookFirstAppointmentHandler implements ICommandHandler<BookFirstAppointment> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: BookFirstAppointment) {
    const appointmentId = idFrom(context.commandId, 'first-appointment');
    return this.cases.runForService(id, { type: 'BookFirstAppointment', on, ...details, appointmentId }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class BookFirstAppointmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('first-appointments')
  @CommandRoute('Book a first appointment with the adult service', ['TRN-27'])
  post(
    @Param('transitionId') id: string,
    @Body() body: BookFirstAppointmentBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new BookFirstAppointment(id, ...dated(body, today), context));
  }
}
