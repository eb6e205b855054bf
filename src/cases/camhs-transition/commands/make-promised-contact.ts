// Records a promised contact that was made: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { contactKinds } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class MakePromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ description: 'The service or role that made it' }) @IsString() @Length(1, 60) by: string;
}

export class MakePromisedContact extends AboutTransition<Omit<MakePromisedContactBody, 'on'>> {}

@CommandHandler(MakePromisedContact)
export class MakePromisedContactHandler implements ICommandHandler<MakePromisedContact> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: MakePromisedContact) {
    return this.cases.runForPromiser(id, { type: 'MakePromisedContact', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class MakePromisedContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('promised-contacts/made')
  @CommandRoute('Record a contact that the joint plan promised', ['TRN-08'])
  post(
    @Param('transitionId') id: string,
    @Body() body: MakePromisedContactBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MakePromisedContact(id, ...dated(body, today), context));
  }
}
