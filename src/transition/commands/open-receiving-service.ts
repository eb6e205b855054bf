// Records that the receiving service opened the case: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import type { CommandResult } from '../../event-store/command-runner.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class OpenReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Its own reference' }) @IsString() @Length(1, 200) reference: string;
}

export class OpenReceivingService extends AboutTransition<Omit<OpenReceivingServiceBody, 'on'>> {}

@CommandHandler(OpenReceivingService)
export class OpenReceivingServiceHandler implements ICommandHandler<OpenReceivingService> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: OpenReceivingService) {
    return this.cases.run(id, { type: 'OpenReceivingService', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class OpenReceivingServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('receiving-service/opened')
  @CommandRoute('Record that the receiving service opened the case', ['TRN-01'])
  post(
    @Param('transitionId') id: string,
    @Body() body: OpenReceivingServiceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new OpenReceivingService(id, ...dated(body, today), context));
  }
}
