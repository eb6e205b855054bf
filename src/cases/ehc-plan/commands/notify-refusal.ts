// Records a refusal to assess anew or to make a plan, which can be appealed against: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { refusals, type Refusal } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class RefusalLetter {
  @ApiProperty({ description: 'Day of the letter', example: '2026-11-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: refusals, description: 'An assessment (a reassessment too), or a plan' })
  @IsIn(refusals)
  refusal: Refusal;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
}

export class NotifyRefusal extends PlanStep<RefusalLetter> {}

@CommandHandler(NotifyRefusal)
export class NotifyRefusalHandler extends PlanStepHandler<NotifyRefusal> {
  protected asked({ details }: NotifyRefusal) {
    return { type: 'NotifyRefusal', ...details } as const;
  }
}

@PlanRoutes()
export class NotifyRefusalController extends PlanController {
  @Post(':id/refusals')
  @CommandRoute('An assessment or a plan was refused, with the right of appeal', ['EHC-75'])
  post(
    @Param('id') id: string,
    @Body() details: RefusalLetter,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new NotifyRefusal(id, details, context));
  }
}
