// Records that the council concluded its Care Act assessment, or why there was none: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { careOutcomes, careRefusalGrounds } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CareConclusionBody extends Dated {
  @ApiProperty({ enum: careOutcomes }) @IsIn(careOutcomes) outcome: (typeof careOutcomes)[number];
  @ApiProperty({ required: false, enum: careRefusalGrounds })
  @IsOptional()
  @IsIn(careRefusalGrounds)
  ground?: (typeof careRefusalGrounds)[number];
  @ApiProperty({ required: false, description: 'Day on which the written reasons were given' })
  @IsOptional()
  @IsCivilDate()
  writtenReasonsOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export class ConcludeCareAssessment extends AboutTransition<Omit<CareConclusionBody, 'on'>> {}

@CommandHandler(ConcludeCareAssessment)
export class ConcludeCareAssessmentHandler implements ICommandHandler<ConcludeCareAssessment> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: ConcludeCareAssessment) {
    return this.cases.run(id, { type: 'ConcludeCareAssessment', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ConcludeCareAssessmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('care/conclusion')
  @CommandRoute('The council concluded its Care Act assessment, or gave written reasons why not', ['TRN-34'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CareConclusionBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ConcludeCareAssessment(id, ...dated(body, today), context));
  }
}
