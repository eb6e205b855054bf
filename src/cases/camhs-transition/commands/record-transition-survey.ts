// Records a pre- or post-transition survey: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { beforeOrAfter, surveyOutcomes } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class RecordTransitionSurveyBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: (typeof beforeOrAfter)[number];
  @ApiProperty({ enum: surveyOutcomes }) @IsIn(surveyOutcomes) outcome: (typeof surveyOutcomes)[number];
}

export class RecordTransitionSurvey extends AboutTransition<Omit<RecordTransitionSurveyBody, 'on'>> {}

@CommandHandler(RecordTransitionSurvey)
export class RecordTransitionSurveyHandler implements ICommandHandler<RecordTransitionSurvey> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: RecordTransitionSurvey) {
    return this.cases.runForService(id, { type: 'RecordSurvey', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RecordTransitionSurveyController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('surveys')
  @CommandRoute('Record a survey: completed, or offered and declined', ['TRN-45'])
  post(
    @Param('transitionId') id: string,
    @Body() body: RecordTransitionSurveyBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordTransitionSurvey(id, ...dated(body, today), context));
  }
}
