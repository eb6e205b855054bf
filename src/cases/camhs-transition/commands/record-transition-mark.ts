// Records that planning started, a folder was given and the like: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { marks } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class RecordTransitionMarkBody extends Dated {
  @ApiProperty({ enum: marks }) @IsIn(marks) mark: (typeof marks)[number];
  @ApiProperty({ required: false, description: 'For a planned transfer: its day' })
  @IsOptional()
  @IsCivilDate()
  plannedFor?: CivilDate;
}

export class RecordTransitionMark extends AboutTransition<Omit<RecordTransitionMarkBody, 'on'>> {}

@CommandHandler(RecordTransitionMark)
export class RecordTransitionMarkHandler implements ICommandHandler<RecordTransitionMark> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: RecordTransitionMark) {
    return this.cases.run(id, { type: 'RecordMark', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RecordTransitionMarkController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('marks')
  @CommandRoute('Record what no step of the protocol holds, but a rule asks for', [
    'TRN-05',
    'TRN-20',
    'TRN-22',
    'TRN-24',
    'TRN-26',
    'TRN-29',
  ])
  post(
    @Param('transitionId') id: string,
    @Body() body: RecordTransitionMarkBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordTransitionMark(id, ...dated(body, today), context));
  }
}
