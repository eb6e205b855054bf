// Records that the young person got their copy of the joint plan: command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class GivePlanCopy extends AboutTransition<Omit<Dated, 'on'>> {}

@CommandHandler(GivePlanCopy)
export class GivePlanCopyHandler implements ICommandHandler<GivePlanCopy> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, on, context }: GivePlanCopy) {
    return this.cases.run(id, { type: 'GivePlanCopy', on }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class GivePlanCopyController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('plan/copy')
  @CommandRoute('Record that the copy of the joint plan was given', ['AMB-14'])
  post(
    @Param('transitionId') id: string,
    @Body() body: Dated,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new GivePlanCopy(id, ...dated(body, today), context));
  }
}
