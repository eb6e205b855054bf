// Closes the case to CAMHS, without a gap: DTO, command, handler and route.
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
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CloseCamhsBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) receivingParty?: string;
  @ApiProperty({ required: false, description: 'What shows that the receiving service has accepted' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  acceptanceEvidence?: string;
}

export class CloseCamhs extends AboutTransition<Omit<CloseCamhsBody, 'on'>> {}

@CommandHandler(CloseCamhs)
export class CloseCamhsHandler implements ICommandHandler<CloseCamhs> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: CloseCamhs) {
    return this.cases.run(id, { type: 'CloseCamhs', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class CloseCamhsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('closure')
  @CommandRoute('Close the case to CAMHS', ['TRN-01', 'TRN-50'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CloseCamhsBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CloseCamhs(id, ...dated(body, today), context));
  }
}
