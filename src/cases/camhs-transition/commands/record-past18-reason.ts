// Records why a case stays open to CAMHS past 18: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { past18Reasons } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class RecordPast18ReasonBody extends Dated {
  @ApiProperty({ enum: past18Reasons }) @IsIn(past18Reasons) reason: (typeof past18Reasons)[number];
  @ApiProperty({ required: false, enum: destinationCodes, description: 'The adult service that agrees' })
  @IsOptional()
  @IsIn(destinationCodes)
  agreedWith?: string;
  @ApiProperty({ description: 'When to look at it again' }) @IsCivilDate() reviewOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export class RecordPast18Reason extends AboutTransition<Omit<RecordPast18ReasonBody, 'on'>> {}

@CommandHandler(RecordPast18Reason)
export class RecordPast18ReasonHandler implements ICommandHandler<RecordPast18Reason> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: RecordPast18Reason) {
    return this.cases.run(id, { type: 'RecordPast18Reason', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RecordPast18ReasonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('past-18')
  @CommandRoute('Record why the case stays open to CAMHS past 18', ['TRN-02', 'TRN-B2.8'])
  post(
    @Param('transitionId') id: string,
    @Body() body: RecordPast18ReasonBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordPast18Reason(id, ...dated(body, today), context));
  }
}
