// Records what a consulted school replied: DTO, command, handler and route.
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
import { schoolReplies, type SchoolReply } from '../domain/words.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class SchoolAnswer {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: schoolReplies, description: 'nil: it has nothing to say' })
  @IsIn(schoolReplies)
  reply: SchoolReply;
  @ApiProperty({ required: false, description: 'Needed where it cannot meet the need; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class RecordSchoolReply extends PlanStep<SchoolAnswer & { readonly consultationId: string }> {}

@CommandHandler(RecordSchoolReply)
export class RecordSchoolReplyHandler extends PlanStepHandler<RecordSchoolReply> {
  protected asked({ details }: RecordSchoolReply) {
    return { type: 'RecordSchoolReply', ...details } as const;
  }
}

@PlanRoutes()
export class RecordSchoolReplyController extends PlanController {
  @Post(':id/consultations/:consultationId/reply')
  @CommandRoute('The school replied', ['EHC-30'])
  post(
    @Param('id') id: string,
    @Param('consultationId') consultationId: string,
    @Body() details: SchoolAnswer,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordSchoolReply(id, { ...details, consultationId }, context));
  }
}
