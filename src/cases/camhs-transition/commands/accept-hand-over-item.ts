// Accepts an item of the hand-over: command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { refuse } from '../../../kernel/errors.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class AcceptHandOverItem extends AboutTransition<{ readonly itemId: string }> {}

@CommandHandler(AcceptHandOverItem)
export class AcceptHandOverItemHandler implements ICommandHandler<AcceptHandOverItem> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  async execute({ id, details, on, context }: AcceptHandOverItem) {
    const { state } = await this.cases.read(id);
    if (state.chosen) this.receiving.recorderOf(context.actor, state.chosen.destination);
    else if (context.actor.role !== 'adult-clinician') throw nobodyToAccept();
    return this.cases.runForService(id, { type: 'AcceptItem', on, ...details }, context);
  }
}

const nobodyToAccept = () =>
  refuse('TRN-01b', 'No receiving service is chosen: nobody is there who could have accepted the item.', {
    help: 'Choose the receiving service first.',
  });

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AcceptHandOverItemController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('hand-over/items/:itemId/accepted')
  @CommandRoute('Accept an item of the hand-over', ['TRN-01b', 'TRN-B3.3'])
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
