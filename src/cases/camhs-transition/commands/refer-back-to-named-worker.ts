// Refers back to the named worker: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class ReferBackToNamedWorkerBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export class ReferBackToNamedWorker extends AboutTransition<Omit<ReferBackToNamedWorkerBody, 'on'>> {}

@CommandHandler(ReferBackToNamedWorker)
export class ReferBackToNamedWorkerHandler implements ICommandHandler<ReferBackToNamedWorker> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: ReferBackToNamedWorker) {
    return this.cases.runForService(id, { type: 'ReferBack', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ReferBackToNamedWorkerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('referred-back')
  @CommandRoute('Refer back to the named worker after missed first appointments', ['TRN-27'])
  post(
    @Param('transitionId') id: string,
    @Body() body: ReferBackToNamedWorkerBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReferBackToNamedWorker(id, ...dated(body, today), context));
  }
}
