// Records that the notice of an appeal came: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class AppealNotice {
  @ApiProperty({ description: 'Day on which the authority received it', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
}

export class ReceiveAppealNotice extends PlanStep<AppealNotice & { readonly appealId: string }> {}

@CommandHandler(ReceiveAppealNotice)
export class ReceiveAppealNoticeHandler extends PlanStepHandler<ReceiveAppealNotice> {
  protected asked({ details }: ReceiveAppealNotice) {
    return { type: 'ReceiveAppealNotice', ...details } as const;
  }
}

@PlanRoutes()
export class ReceiveAppealNoticeController extends PlanController {
  @Post(':id/appeals/:appealId/notice')
  @CommandRoute("The Tribunal's notice of the appeal came: the time for the response runs", ['EHC-73'])
  post(
    @Param('id') id: string,
    @Param('appealId') appealId: string,
    @Body() details: AppealNotice,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReceiveAppealNotice(id, { ...details, appealId }, context));
  }
}
