// Records a step of mediation, or its certificate: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { mediationSteps } from '../domain/words.js';

export class MediationEntry {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: [...mediationSteps, 'certificate'] }) @IsIn([...mediationSteps, 'certificate']) step: string;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export class RecordMediation extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: MediationEntry,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordMediation)
export class RecordMediationHandler implements ICommandHandler<RecordMediation> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: RecordMediation) {
    return this.runner.run(ehcPlan, planId, { type: 'RecordMediation', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RecordMediationController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/mediation')
  @CommandRoute('A step of mediation, or its certificate', ['EHC-70', 'EHC-74'])
  post(
    @Param('id') id: string,
    @Body() details: MediationEntry,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordMediation(id, details, context));
  }
}
