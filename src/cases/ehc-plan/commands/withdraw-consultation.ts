// Records that a school need not reply any more: DTO, command, handler and route.
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
import { consultationEnds, type ConsultationEnd } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class ConsultationEnding {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: consultationEnds }) @IsIn(consultationEnds) because: ConsultationEnd;
}

export class WithdrawConsultation extends PlanStep<ConsultationEnding & { readonly consultationId: string }> {}

@CommandHandler(WithdrawConsultation)
export class WithdrawConsultationHandler extends PlanStepHandler<WithdrawConsultation> {
  protected asked({ details }: WithdrawConsultation) {
    return { type: 'WithdrawConsultation', ...details } as const;
  }
}

@PlanRoutes()
export class WithdrawConsultationController extends PlanController {
  @Post(':id/consultations/:consultationId/withdrawal')
  @CommandRoute('The school need not reply any more', ['EHC-30'])
  post(
    @Param('id') id: string,
    @Param('consultationId') consultationId: string,
    @Body() details: ConsultationEnding,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawConsultation(id, { ...details, consultationId }, context));
  }
}
