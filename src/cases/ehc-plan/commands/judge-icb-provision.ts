// Records whether the new ICB can secure the provision: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class IcbJudgement {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Day on which the new ICB came to know that it is responsible', example: '2025-12-01' })
  @IsCivilDate()
  awareOn: CivilDate;
  @ApiProperty() @IsBoolean() canSecure: boolean;
}

export class JudgeIcbProvision extends PlanStep<IcbJudgement & { readonly changeId: string }> {}

@CommandHandler(JudgeIcbProvision)
export class JudgeIcbProvisionHandler extends PlanStepHandler<JudgeIcbProvision> {
  protected asked({ details }: JudgeIcbProvision) {
    return { type: 'JudgeIcbProvision', ...details } as const;
  }
}

@PlanRoutes()
export class JudgeIcbProvisionController extends PlanController {
  @Post(':id/icb-changes/:changeId/provision')
  @CommandRoute('The new ICB can, or cannot, secure the provision', ['EHC-54'])
  post(
    @Param('id') id: string,
    @Param('changeId') changeId: string,
    @Body() details: IcbJudgement,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new JudgeIcbProvision(id, { ...details, changeId }, context));
  }
}
