// Records that a first adult appointment was attended: command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class FirstAppointmentAttendance extends Dated {
  @ApiProperty({ required: false, description: 'Code of whoever saw them; the first two are with the same (TRN-28)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  practitionerId?: string;
  @ApiProperty({ required: false, description: 'Why the second one is with another practitioner; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  otherPractitionerReason?: string;
}

type Attended = Omit<FirstAppointmentAttendance, 'on'> & { readonly appointmentId: string };

export class AttendFirstAppointment extends AboutTransition<Attended> {}

@CommandHandler(AttendFirstAppointment)
export class AttendFirstAppointmentHandler implements ICommandHandler<AttendFirstAppointment> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: AttendFirstAppointment) {
    return this.cases.runForService(id, { type: 'AttendFirstAppointment', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AttendFirstAppointmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('first-appointments/:appointmentId/attended')
  @CommandRoute('Record that a first adult appointment was attended', ['TRN-27', 'TRN-28'])
  post(
    @Param('transitionId') id: string,
    @Param('appointmentId') appointmentId: string,
    @Body() body: FirstAppointmentAttendance,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new AttendFirstAppointment(id, { ...details, appointmentId }, on, context));
  }
}
