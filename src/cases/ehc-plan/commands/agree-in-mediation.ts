// Records what a mediation agreed in writing: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { agreedActs, type AgreedAct } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class MediationAgreement {
  @ApiProperty({ description: 'Day of the written agreement', example: '2026-11-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: agreedActs, description: 'What it obliges to' }) @IsIn(agreedActs) act: AgreedAct;
  @ApiProperty({ description: 'Whether the council took part; if not, the ICB tells it within a week' })
  @IsBoolean()
  councilTookPart: boolean;
  @ApiProperty({ required: false, description: 'Another limit, if the parties agreed one in writing' })
  @IsOptional()
  @IsCivilDate()
  limitOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export class AgreeInMediation extends PlanStep<MediationAgreement> {}

@CommandHandler(AgreeInMediation)
export class AgreeInMediationHandler extends PlanStepHandler<AgreeInMediation> {
  protected asked({ details, context }: AgreeInMediation) {
    return { type: 'AgreeInMediation', ...details, agreementId: idFrom(context.commandId, 'agreement') } as const;
  }
}

@PlanRoutes()
export class AgreeInMediationController extends PlanController {
  @Post(':id/mediation/agreements')
  @CommandRoute('A mediation agreed in writing what is to be done', ['EHC-78'])
  post(
    @Param('id') id: string,
    @Body() details: MediationAgreement,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AgreeInMediation(id, details, context));
  }
}
