// Records the contact after a missed first appointment: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { contactMethods } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class ContactAfterMissBody extends Dated {
  @ApiProperty({ enum: contactMethods }) @IsIn(contactMethods) method: (typeof contactMethods)[number];
  @ApiProperty({ description: 'The young person was reached' }) @IsBoolean() reached: boolean;
}

export class ContactAfterMiss extends AboutTransition<
  Omit<ContactAfterMissBody, 'on'> & { readonly appointmentId: string }
> {}

@CommandHandler(ContactAfterMiss)
export class ContactAfterMissHandler implements ICommandHandler<ContactAfterMiss> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: ContactAfterMiss) {
    return this.cases.runForService(id, { type: 'ContactAfterMiss', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ContactAfterMissController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('first-appointments/:appointmentId/contact')
  @CommandRoute('Record the contact after a missed first appointment', ['TRN-27'])
  post(
    @Param('transitionId') id: string,
    @Param('appointmentId') appointmentId: string,
    @Body() body: ContactAfterMissBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new ContactAfterMiss(id, { ...details, appointmentId }, on, context));
  }
}
