// Records that support under children’s law ended: command, handler and route.
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

export class EndChildrensSupport extends AboutTransition<Omit<Dated, 'on'>> {}

@CommandHandler(EndChildrensSupport)
export class EndChildrensSupportHandler implements ICommandHandler<EndChildrensSupport> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, on, context }: EndChildrensSupport) {
    const { person } = await this.cases.read(id);
    return this.cases.run(id, { type: 'EndChildrensSupport', on, birthDate: person.birthDate }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class EndChildrensSupportController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('care/childrens-support-end')
  @CommandRoute('Children’s support ended; not at 18 before the council has concluded', ['TRN-34'])
  post(
    @Param('transitionId') id: string,
    @Body() body: Dated,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new EndChildrensSupport(id, ...dated(body, today), context));
  }
}
