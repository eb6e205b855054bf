// Records a promised contact that did not happen: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { contactKinds, missedBy } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class MissPromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ description: 'The service or role that was to make it' }) @IsString() @Length(1, 60) by: string;
  @ApiProperty({ enum: missedBy }) @IsIn(missedBy) missedBy: (typeof missedBy)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class MissPromisedContact extends AboutTransition<Omit<MissPromisedContactBody, 'on'>> {}

@CommandHandler(MissPromisedContact)
export class MissPromisedContactHandler implements ICommandHandler<MissPromisedContact> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: MissPromisedContact) {
    return this.cases.runForPromiser(id, { type: 'MissPromisedContact', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class MissPromisedContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('promised-contacts/missed')
  @CommandRoute('Record that a promised contact did not happen', ['TRN-08'])
  post(
    @Param('transitionId') id: string,
    @Body() body: MissPromisedContactBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MissPromisedContact(id, ...dated(body, today), context));
  }
}
