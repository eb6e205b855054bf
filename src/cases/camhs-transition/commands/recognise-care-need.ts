// Records that a young person is likely to need care and support after 18: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';

import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CareNeedBody extends Dated {
  @ApiProperty({ description: 'Whether they have support under children’s law now' })
  @IsBoolean()
  hasChildrensSupport: boolean;
}

export class RecogniseCareNeed extends AboutTransition<Omit<CareNeedBody, 'on'>> {}

@CommandHandler(RecogniseCareNeed)
export class RecogniseCareNeedHandler implements ICommandHandler<RecogniseCareNeed> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: RecogniseCareNeed) {
    return this.cases.run(id, { type: 'RecogniseCareNeed', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RecogniseCareNeedController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('care/need')
  @CommandRoute('Likely to need care and support after 18: the council must assess', ['TRN-34'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CareNeedBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecogniseCareNeed(id, ...dated(body, today), context));
  }
}
