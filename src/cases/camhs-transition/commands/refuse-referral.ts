// Records that a referral was refused: DTO, command, handler and route.
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
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class RefuseReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) fallback?: string;
}

export class RefuseReferral extends AboutTransition<Omit<RefuseReferralBody, 'on'>> {}

@CommandHandler(RefuseReferral)
export class RefuseReferralHandler implements ICommandHandler<RefuseReferral> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  execute({ id, details, on, context }: RefuseReferral) {
    this.receiving.mayRefuse(context.actor, details.destination);
    return this.cases.run(id, { type: 'RefuseReferral', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RefuseReferralController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('referrals/refused')
  @CommandRoute('Record that the receiving service refused, and where to turn now', ['TRN-33'])
  post(
    @Param('transitionId') id: string,
    @Body() body: RefuseReferralBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RefuseReferral(id, ...dated(body, today), context));
  }
}
