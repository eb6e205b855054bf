// Chooses the service that is to take over: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class ChooseReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
}

export class ChooseReceivingService extends AboutTransition<Omit<ChooseReceivingServiceBody, 'on'>> {}

@CommandHandler(ChooseReceivingService)
export class ChooseReceivingServiceHandler implements ICommandHandler<ChooseReceivingService> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: ChooseReceivingService) {
    return this.cases.run(id, { type: 'ChooseReceivingService', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ChooseReceivingServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('receiving-service')
  @CommandRoute('Choose the service that is to take over', ['TRN-50'])
  post(
    @Param('transitionId') id: string,
    @Body() body: ChooseReceivingServiceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ChooseReceivingService(id, ...dated(body, today), context));
  }
}
