// Records that the old ICB notified the new one: DTO, command, handler and route.
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

export class IcbNotice {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export class NotifyNewIcb extends PlanStep<IcbNotice & { readonly changeId: string }> {}

@CommandHandler(NotifyNewIcb)
export class NotifyNewIcbHandler extends PlanStepHandler<NotifyNewIcb> {
  protected asked({ details }: NotifyNewIcb) {
    return { type: 'NotifyNewIcb', ...details } as const;
  }
}

@PlanRoutes()
export class NotifyNewIcbController extends PlanController {
  @Post(':id/icb-changes/:changeId/notice')
  @CommandRoute('The old ICB notified the new one', ['EHC-54'])
  post(
    @Param('id') id: string,
    @Param('changeId') changeId: string,
    @Body() details: IcbNotice,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new NotifyNewIcb(id, { ...details, changeId }, context));
  }
}
