// Records that the responsible ICB is to change: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class IcbChanging {
  @ApiProperty({ description: 'Day on which the old ICB came to know', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Left out, it is a further change; given, what is known of that one changes',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  changeId?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  fromIcb?: string;
  @ApiProperty() @IsString() @Length(1, 60) toIcb: string;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() movesOn: CivilDate;
}

export class LearnOfIcbChange extends PlanStep<IcbChanging> {}

@CommandHandler(LearnOfIcbChange)
export class LearnOfIcbChangeHandler extends PlanStepHandler<LearnOfIcbChange> {
  protected asked({ details, context }: LearnOfIcbChange) {
    return {
      type: 'LearnOfIcbChange',
      ...details,
      changeId: details.changeId ?? idFrom(context.commandId, 'icb-change'),
    } as const;
  }
}

@PlanRoutes()
export class LearnOfIcbChangeController extends PlanController {
  @Post(':id/icb-changes')
  @CommandRoute('The old ICB learnt of the move', ['EHC-54', 'CAL-10'])
  post(
    @Param('id') id: string,
    @Body() details: IcbChanging,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new LearnOfIcbChange(id, details, context));
  }
}
