// Records the letter with which the new authority tells the family that it has the plan: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';

export class MoveInLetter {
  @ApiProperty({ description: 'Day on which the letter was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsBoolean() willReassess: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() reviewOn?: CivilDate;
}

export class SendMoveInLetter extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: MoveInLetter,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(SendMoveInLetter)
export class SendMoveInLetterHandler implements ICommandHandler<SendMoveInLetter> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: SendMoveInLetter) {
    return this.runner.run(ehcPlan, planId, { type: 'SendMoveInLetter', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class SendMoveInLetterController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/move-in-letter')
  @CommandRoute('The letter after a move was sent', ['EHC-52'])
  post(
    @Param('id') id: string,
    @Body() details: MoveInLetter,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new SendMoveInLetter(id, details, context));
  }
}
