// Records that the authority began what the new ICB asked for: DTO, command, handler and route.
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
import { idFrom } from '../../../kernel/ids.js';
import { icbRequests, type IcbRequest } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class IcbCompliance {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) by: IcbRequest;
}

export class MeetIcbRequest extends PlanStep<IcbCompliance & { readonly changeId: string }> {}

@CommandHandler(MeetIcbRequest)
export class MeetIcbRequestHandler extends PlanStepHandler<MeetIcbRequest> {
  protected asked({ details, context }: MeetIcbRequest) {
    return { type: 'MeetIcbRequest', ...details, newCycleId: idFrom(context.commandId, 'review') } as const;
  }
}

@PlanRoutes()
export class MeetIcbRequestController extends PlanController {
  @Post(':id/icb-changes/:changeId/request/met')
  @CommandRoute('The review was opened, or the reassessment notified', ['EHC-54'])
  post(
    @Param('id') id: string,
    @Param('changeId') changeId: string,
    @Body() details: IcbCompliance,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MeetIcbRequest(id, { ...details, changeId }, context));
  }
}
