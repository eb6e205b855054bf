// Records that it was explained whose the rights under the plan are after compulsory school age: DTO, command, handler and route (CAL-15).
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { channels, rightsHolders, type Channel, type RightsHolder } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class RightsExplanation {
  @ApiProperty({ description: 'Day on which they were told', example: '2026-05-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: rightsHolders, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(rightsHolders, { each: true })
  to: RightsHolder[];
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export class ExplainRights extends PlanStep<RightsExplanation> {}

@CommandHandler(ExplainRights)
export class ExplainRightsHandler extends PlanStepHandler<ExplainRights> {
  protected asked({ details }: ExplainRights) {
    return { type: 'ExplainRights', ...details } as const;
  }
}

@PlanRoutes()
export class ExplainRightsController extends PlanController {
  @Post(':id/rights')
  @CommandRoute('It was explained that the rights under the plan pass to the young person', ['CAL-15', 'AMB-19'])
  post(
    @Param('id') id: string,
    @Body() details: RightsExplanation,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ExplainRights(id, details, context));
  }
}
