// Corrects a date on a plan, with a reason; the history keeps both: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class EhcDateCorrection {
  @ApiProperty({ description: 'Day of the correction', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: "`on` for the date of the event itself, else the field's own name" })
  @IsString()
  @Length(1, 60)
  field: string;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectEhcDate extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: EhcDateCorrection,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CorrectEhcDate)
export class CorrectEhcDateHandler implements ICommandHandler<CorrectEhcDate> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: CorrectEhcDate) {
    return this.runner.run(ehcPlan, planId, { type: 'CorrectDate', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class CorrectEhcDateController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/corrections')
  @CommandRoute('Correct a date; the history keeps both', ['REC-24'])
  post(
    @Param('id') id: string,
    @Body() details: EhcDateCorrection,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectEhcDate(id, details, context));
  }
}
