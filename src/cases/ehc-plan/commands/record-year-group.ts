// Records the year group in which the young person is taught: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class YearGroup {
  @ApiProperty({ description: 'A day on which it was so', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsInt() yearGroup: number;
}

export class RecordYearGroup extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: YearGroup,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordYearGroup)
export class RecordYearGroupHandler implements ICommandHandler<RecordYearGroup> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: RecordYearGroup) {
    return this.runner.run(ehcPlan, planId, { type: 'RecordYearGroup', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RecordYearGroupController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/year-group')
  @CommandRoute('The recorded year group, which wins over the computed one', ['CAL-14'])
  post(
    @Param('id') id: string,
    @Body() details: YearGroup,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordYearGroup(id, details, context));
  }
}
