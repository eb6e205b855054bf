// Keeps the ledger of advice for a review: asked for, chased, received, declined, nothing to say, circulated: DTO, command, handler and route.
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
import { adviceSteps, channels, roles, type AdviceStep, type Channel, type Role } from '../domain/words.js';

export class AdviceEntry {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: adviceSteps }) @IsIn(adviceSteps) step: AdviceStep;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: Role[];
  @ApiProperty({ required: false, enum: channels }) @IsOptional() @IsIn(channels) channel?: Channel;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Date of the advice itself' })
  @IsOptional()
  @IsCivilDate()
  adviceDatedOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Why it was declined; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class RecordAdvice extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: AdviceEntry,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordAdvice)
export class RecordAdviceHandler implements ICommandHandler<RecordAdvice> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: RecordAdvice) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'RecordAdvice', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RecordAdviceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews/advice')
  @CommandRoute('A step in the ledger of advice', ['EHC-16', 'EHC-17'])
  post(
    @Param('id') id: string,
    @Body() details: AdviceEntry,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordAdvice(id, details, context));
  }
}
