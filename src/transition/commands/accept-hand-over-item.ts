// Accepts an item of the hand-over: command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import type { CommandResult } from '../../event-store/command-runner.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class AcceptHandOverItem extends AboutTransition<{ readonly itemId: string }> {}

@CommandHandler(AcceptHandOverItem)
export class AcceptHandOverItemHandler implements ICommandHandler<AcceptHandOverItem> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: AcceptHandOverItem) {
    return this.cases.run(id, { type: 'AcceptItem', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AcceptHandOverItemController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('hand-over/items/:itemId/accepted')
  @CommandRoute('Accept an item of the hand-over', ['TRN-B3.3'])
  post(
    @Param('transitionId') id: string,
    @Param('itemId') itemId: string,
    @Body() body: Dated,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new AcceptHandOverItem(id, { ...details, itemId }, on, context));
  }
}
