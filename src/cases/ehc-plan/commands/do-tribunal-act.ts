// Records that an act in an appeal was done: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { tribunalActs, type TribunalAct } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class TribunalActed {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ required: false, description: 'The direction that fixed its date; not for the response' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
}

export class DoTribunalAct extends PlanStep<TribunalActed & { readonly appealId: string }> {}

@CommandHandler(DoTribunalAct)
export class DoTribunalActHandler extends PlanStepHandler<DoTribunalAct> {
  protected asked({ details }: DoTribunalAct) {
    return { type: 'DoTribunalAct', ...details } as const;
  }
}

@PlanRoutes()
export class DoTribunalActController extends PlanController {
  @Post(':id/appeals/:appealId/acts')
  @CommandRoute('The authority responded, or did what the Tribunal directed', ['EHC-73'])
  post(
    @Param('id') id: string,
    @Param('appealId') appealId: string,
    @Body() details: TribunalActed,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DoTribunalAct(id, { ...details, appealId }, context));
  }
}
