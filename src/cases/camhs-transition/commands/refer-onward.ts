// Refers to a receiving service: DTO, command, handler and route.
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

export class ReferOnwardBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false, description: 'Reference of the letter or form' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
}

export class ReferOnward extends AboutTransition<Omit<ReferOnwardBody, 'on'>> {}

@CommandHandler(ReferOnward)
export class ReferOnwardHandler implements ICommandHandler<ReferOnward> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, details, on, context }: ReferOnward) {
    const consents = await this.cases.consentsOn(id, on);
    return this.cases.run(id, { type: 'ReferOnward', on, ...details, consents }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ReferOnwardController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('referrals')
  @CommandRoute('Refer to the receiving service', ['TRN-33', 'TRN-40', 'TRN-44', 'TRN-50'])
  post(
    @Param('transitionId') id: string,
    @Body() body: ReferOnwardBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReferOnward(id, ...dated(body, today), context));
  }
}
