// Returns an item of the hand-over: DTO, command, handler and route.
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
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class ReturnHandOverItemBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export class ReturnHandOverItem extends AboutTransition<
  Omit<ReturnHandOverItemBody, 'on'> & { readonly itemId: string }
> {}

@CommandHandler(ReturnHandOverItem)
export class ReturnHandOverItemHandler implements ICommandHandler<ReturnHandOverItem> {
  constructor(
    private readonly cases: TransitionCases,
    private readonly receiving: ReceivingSide,
  ) {}

  async execute({ id, details, on, context }: ReturnHandOverItem) {
    const { state } = await this.cases.read(id);
    if (state.chosen) this.receiving.mayRefuse(context.actor, state.chosen.destination);
    return this.cases.runForService(id, { type: 'ReturnItem', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ReturnHandOverItemController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('hand-over/items/:itemId/returned')
  @CommandRoute('Return an item of the hand-over with what is missing', ['TRN-B3.3'])
  post(
    @Param('transitionId') id: string,
    @Param('itemId') itemId: string,
    @Body() body: ReturnHandOverItemBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new ReturnHandOverItem(id, { ...details, itemId }, on, context));
  }
}
