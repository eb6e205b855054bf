// Records that a referral was accepted: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { destinationCodes } from '../domain/destinations.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class AcceptReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
  @ApiProperty({ description: 'Reference of the letter, minute or message' })
  @IsString()
  @Length(1, 400)
  evidence: string;
}

export class AcceptReferral extends AboutTransition<Omit<AcceptReferralBody, 'on'>> {}

@CommandHandler(AcceptReferral)
export class AcceptReferralHandler implements ICommandHandler<AcceptReferral> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  execute({ id, details, on, context }: AcceptReferral) {
    this.receiving.recorderOf(context.actor, details.destination);
    return this.cases.run(id, { type: 'AcceptReferral', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AcceptReferralController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('referrals/accepted')
  @CommandRoute('Record that the receiving service accepted the referral', ['TRN-33', 'TRN-50'])
  post(
    @Param('transitionId') id: string,
    @Body() body: AcceptReferralBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AcceptReferral(id, ...dated(body, today), context));
  }
}
