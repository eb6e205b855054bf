// Accepts the hand-over as a whole: DTO, command, handler and route.
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

export class AcceptHandOverBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
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

export class AcceptHandOver extends AboutTransition<Omit<AcceptHandOverBody, 'on'>> {}

@CommandHandler(AcceptHandOver)
export class AcceptHandOverHandler implements ICommandHandler<AcceptHandOver> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  execute({ id, details, on, context }: AcceptHandOver) {
    const recordedBy = this.receiving.recorderOf(context.actor, details.service);
    return this.cases.run(id, { type: 'AcceptHandOver', on, ...details, recordedBy }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AcceptHandOverController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('hand-over/accepted')
  @CommandRoute('Accept the hand-over as a whole', ['TRN-01', 'TRN-01b', 'TRN-B3.3'])
  post(
    @Param('transitionId') id: string,
    @Body() body: AcceptHandOverBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AcceptHandOver(id, ...dated(body, today), context));
  }
}
