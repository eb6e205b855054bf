// Records that the new ICB asked for a review or a reassessment: DTO, command, handler and route.
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
import { icbRequests, type IcbRequest } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class IcbAsking {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) asksFor: IcbRequest;
}

export class ReceiveIcbRequest extends PlanStep<IcbAsking & { readonly changeId: string }> {}

@CommandHandler(ReceiveIcbRequest)
export class ReceiveIcbRequestHandler extends PlanStepHandler<ReceiveIcbRequest> {
  protected asked({ details }: ReceiveIcbRequest) {
    return { type: 'ReceiveIcbRequest', ...details } as const;
  }
}

@PlanRoutes()
export class ReceiveIcbRequestController extends PlanController {
  @Post(':id/icb-changes/:changeId/request')
  @CommandRoute('The new ICB asked for a review or a reassessment', ['EHC-54'])
  post(
    @Param('id') id: string,
    @Param('changeId') changeId: string,
    @Body() details: IcbAsking,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReceiveIcbRequest(id, { ...details, changeId }, context));
  }
}
