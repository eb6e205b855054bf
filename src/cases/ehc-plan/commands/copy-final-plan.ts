// Records that more of the three who must get it have the final plan: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { recipients, type Recipient } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class FinalPlanCopy {
  @ApiProperty({ description: 'Day on which they got it', example: '2026-01-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review whose final plan it is' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ enum: recipients, isArray: true })
  @IsArray()
  @IsIn(recipients, { each: true })
  recipients: Recipient[];
}

export class CopyFinalPlan extends PlanStep<FinalPlanCopy> {}

@CommandHandler(CopyFinalPlan)
export class CopyFinalPlanHandler extends PlanStepHandler<CopyFinalPlan> {
  protected asked({ details }: CopyFinalPlan) {
    return { type: 'CopyFinalPlan', ...details } as const;
  }
}

@PlanRoutes()
export class CopyFinalPlanController extends PlanController {
  @Post(':id/final-plans/copies')
  @CommandRoute('The final plan went to more of the three who must get it', ['EHC-29'])
  post(
    @Param('id') id: string,
    @Body() details: FinalPlanCopy,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CopyFinalPlan(id, details, context));
  }
}
