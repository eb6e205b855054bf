// Records that an adult worker has met the young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { destinationCodes } from '../domain/destinations.js';
import { servicesConcerned } from '../domain/receiving.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class MeetAdultWorkerBody extends Dated {
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) service?: string;
  @ApiProperty({ description: 'With CAMHS in the room' }) @IsBoolean() together: boolean;
}

export class MeetAdultWorker extends AboutTransition<Omit<MeetAdultWorkerBody, 'on'>> {}

@CommandHandler(MeetAdultWorker)
export class MeetAdultWorkerHandler implements ICommandHandler<MeetAdultWorker> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: MeetAdultWorker) {
    const command = { type: 'MeetAdultWorker', on, ...details } as const;
    const { service } = details;
    return this.cases.runForService(id, command, context, service === undefined ? servicesConcerned : () => [service]);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class MeetAdultWorkerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('adult-workers/met')
  @CommandRoute('Record that an adult worker has met the young person', ['TRN-25', 'TRN-B2.2'])
  post(
    @Param('transitionId') id: string,
    @Body() body: MeetAdultWorkerBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MeetAdultWorker(id, ...dated(body, today), context));
  }
}
