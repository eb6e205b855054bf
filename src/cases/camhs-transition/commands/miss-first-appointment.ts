// Records that a first adult appointment was missed: command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class MissFirstAppointment extends AboutTransition<{ readonly appointmentId: string }> {}

@CommandHandler(MissFirstAppointment)
export class MissFirstAppointmentHandler implements ICommandHandler<MissFirstAppointment> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: MissFirstAppointment) {
    return this.cases.runForService(id, { type: 'MissFirstAppointment', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class MissFirstAppointmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('first-appointments/:appointmentId/missed')
  @CommandRoute('Record that a first adult appointment was missed', ['TRN-27'])
  post(
    @Param('transitionId') id: string,
    @Param('appointmentId') appointmentId: string,
    @Body() body: Dated,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new MissFirstAppointment(id, { ...details, appointmentId }, on, context));
  }
}
