// Records the report of a review meeting: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';
import { outcomes, roles, type Outcome, type Role } from '../domain/words.js';

export class ReviewReport {
  @ApiProperty({ description: 'Day on which it was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: outcomes }) @IsIn(outcomes) recommends: Outcome;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) sentTo: Role[];
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  recommendations?: string;
  @ApiProperty({ required: false, description: 'Where views differ; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  differences?: string;
}

export class SendReviewReport extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: ReviewReport,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(SendReviewReport)
export class SendReviewReportHandler implements ICommandHandler<SendReviewReport> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: SendReviewReport) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'SendReport', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class SendReviewReportController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews/report')
  @CommandRoute('The report of the meeting was sent', ['EHC-21'])
  post(
    @Param('id') id: string,
    @Body() details: ReviewReport,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new SendReviewReport(id, details, context));
  }
}
