// Names the adult link worker or care co-ordinator: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { OneLine } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { workerRoles } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class NameAdultWorkerBody extends Dated {
  @ApiProperty({ enum: workerRoles }) @IsIn(workerRoles) role: (typeof workerRoles)[number];
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
}

export class NameAdultWorker extends AboutTransition<Omit<NameAdultWorkerBody, 'on'>> {}

@CommandHandler(NameAdultWorker)
export class NameAdultWorkerHandler implements ICommandHandler<NameAdultWorker> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: NameAdultWorker) {
    return this.cases.runForService(id, { type: 'NameAdultWorker', on, ...details }, context, () => [details.service]);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class NameAdultWorkerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('adult-workers')
  @CommandRoute('Name the adult link worker or care co-ordinator', ['TRN-09'])
  post(
    @Param('transitionId') id: string,
    @Body() body: NameAdultWorkerBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new NameAdultWorker(id, ...dated(body, today), context));
  }
}
