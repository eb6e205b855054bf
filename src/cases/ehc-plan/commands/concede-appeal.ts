// Records that the authority does not oppose an appeal: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { appealOrders } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class AppealNotOpposed {
  @ApiProperty({ description: 'Day on which the Tribunal was told', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({ enum: appealOrders, description: 'What is to follow' }) @IsIn(appealOrders) order: string;
}

export class ConcedeAppeal extends PlanStep<AppealNotOpposed & { readonly appealId: string }> {}

@CommandHandler(ConcedeAppeal)
export class ConcedeAppealHandler extends PlanStepHandler<ConcedeAppeal> {
  protected asked({ details }: ConcedeAppeal) {
    return { type: 'ConcedeAppeal', ...details } as const;
  }
}

@PlanRoutes()
export class ConcedeAppealController extends PlanController {
  @Post(':id/appeals/:appealId/concession')
  @CommandRoute('The authority told the Tribunal that it does not oppose the appeal', ['EHC-77'])
  post(
    @Param('id') id: string,
    @Param('appealId') appealId: string,
    @Body() details: AppealNotOpposed,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ConcedeAppeal(id, { ...details, appealId }, context));
  }
}
