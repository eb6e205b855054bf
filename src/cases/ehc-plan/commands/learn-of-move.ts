// Records that the authority came to know of a move away: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class ExpectedMove {
  @ApiProperty({ description: 'Day on which it became known', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsCivilDate() movesOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) toAuthority?: string;
}

export class LearnOfMove extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: ExpectedMove,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(LearnOfMove)
export class LearnOfMoveHandler implements ICommandHandler<LearnOfMove> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: LearnOfMove) {
    return this.runner.run(ehcPlan, planId, { type: 'LearnOfMove', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class LearnOfMoveController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/expected-move')
  @CommandRoute('The authority came to know of a move', ['EHC-50'])
  post(
    @Param('id') id: string,
    @Body() details: ExpectedMove,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new LearnOfMove(id, details, context));
  }
}
