// Records a date that the Tribunal fixed for an act in an appeal: DTO, command, handler and route.
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
import { idFrom } from '../../../kernel/ids.js';
import { tribunalActs, type TribunalAct } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class TribunalDirection {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, it is a further direction; given, its date moves' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() dueOn: CivilDate;
}

export class FixTribunalDate extends PlanStep<TribunalDirection & { readonly appealId: string }> {}

@CommandHandler(FixTribunalDate)
export class FixTribunalDateHandler extends PlanStepHandler<FixTribunalDate> {
  protected asked({ details, context }: FixTribunalDate) {
    return {
      type: 'FixTribunalDate',
      ...details,
      directionId: details.directionId ?? idFrom(context.commandId, 'direction'),
    } as const;
  }
}

@PlanRoutes()
export class FixTribunalDateController extends PlanController {
  @Post(':id/appeals/:appealId/directions')
  @CommandRoute('The Tribunal fixed a date', ['EHC-71', 'EHC-73'])
  post(
    @Param('id') id: string,
    @Param('appealId') appealId: string,
    @Body() details: TribunalDirection,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new FixTribunalDate(id, { ...details, appealId }, context));
  }
}
