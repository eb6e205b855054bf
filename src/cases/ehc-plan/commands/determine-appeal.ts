// Records how an appeal ended: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { appealOrders, appealResults } from '../domain/words.js';

export class AppealDetermination {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: appealResults }) @IsIn(appealResults) result: string;
  @ApiProperty({ enum: appealOrders }) @IsIn(appealOrders) order: string;
}

export class DetermineAppeal extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly appealId: string,
    readonly details: AppealDetermination,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(DetermineAppeal)
export class DetermineAppealHandler implements ICommandHandler<DetermineAppeal> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, appealId, details, context }: DetermineAppeal) {
    return this.runner.run(ehcPlan, planId, { type: 'DetermineAppeal', ...details, appealId }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class DetermineAppealController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/appeals/:appealId/determination')
  @CommandRoute('The appeal was determined', ['EHC-63', 'EHC-76', 'EHC-77'])
  post(
    @Param('id') id: string,
    @Param('appealId') appealId: string,
    @Body() details: AppealDetermination,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DetermineAppeal(id, appealId, details, context));
  }
}
