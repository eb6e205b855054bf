// Records that the receiving service opened the case: DTO, command, handler and route.
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
import { reportChannels, type ReportChannel } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class OpenReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Its own reference' }) @IsString() @Length(1, 200) reference: string;
  @ApiProperty({ required: false, description: 'Who of the service opened it' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  by?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
  @ApiProperty({
    required: false,
    enum: reportChannels,
    description:
      'How the service told CAMHS; needed where CAMHS records it for a service that has nobody here (TRN-01b)',
  })
  @IsOptional()
  @IsIn(reportChannels)
  channel?: ReportChannel;
}

export class OpenReceivingService extends AboutTransition<Omit<OpenReceivingServiceBody, 'on'>> {}

@CommandHandler(OpenReceivingService)
export class OpenReceivingServiceHandler implements ICommandHandler<OpenReceivingService> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  execute({ id, details, on, context }: OpenReceivingService) {
    const recordedBy = this.receiving.recorderOf(context.actor, details.service);
    return this.cases.run(id, { type: 'OpenReceivingService', on, ...details, recordedBy }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class OpenReceivingServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('receiving-service/opened')
  @CommandRoute('Record that the receiving service opened the case', ['TRN-01', 'TRN-01b'])
  post(
    @Param('transitionId') id: string,
    @Body() body: OpenReceivingServiceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new OpenReceivingService(id, ...dated(body, today), context));
  }
}
