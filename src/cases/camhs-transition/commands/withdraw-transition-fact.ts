// Takes back a fact that was recorded in error: DTO, command, handler and route.
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

export class WithdrawTransitionFactBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export class WithdrawTransitionFact extends AboutTransition<Omit<WithdrawTransitionFactBody, 'on'>> {}

@CommandHandler(WithdrawTransitionFact)
export class WithdrawTransitionFactHandler implements ICommandHandler<WithdrawTransitionFact> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: WithdrawTransitionFact) {
    return this.cases.run(id, { type: 'WithdrawFact', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class WithdrawTransitionFactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('withdrawals')
  @CommandRoute('Take back a fact that was recorded in error; it stays in the history', ['REC-11', 'TRN-01'])
  post(
    @Param('transitionId') id: string,
    @Body() body: WithdrawTransitionFactBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawTransitionFact(id, ...dated(body, today), context));
  }
}
