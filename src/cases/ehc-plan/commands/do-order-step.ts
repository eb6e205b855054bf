// Records what was done under an order of the Tribunal or a mediation agreement: DTO, command, handler and route.
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
import { orderSteps, type OrderStep } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class DoneUnderOrder {
  @ApiProperty({ example: '2026-11-16' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: orderSteps }) @IsIn(orderSteps) step: OrderStep;
}

export class DoOrderStep extends PlanStep<DoneUnderOrder & { readonly orderId: string }> {}

@CommandHandler(DoOrderStep)
export class DoOrderStepHandler extends PlanStepHandler<DoOrderStep> {
  protected asked({ details }: DoOrderStep) {
    return { type: 'DoOrderStep', ...details } as const;
  }
}

@PlanRoutes()
export class DoOrderStepController extends PlanController {
  @Post(':id/orders/:orderId/steps')
  @CommandRoute('Something was done under an order of the Tribunal, or under an agreement', [
    'EHC-76',
    'EHC-77',
    'EHC-78',
  ])
  post(
    @Param('id') id: string,
    @Param('orderId') orderId: string,
    @Body() details: DoneUnderOrder,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DoOrderStep(id, { ...details, orderId }, context));
  }
}
