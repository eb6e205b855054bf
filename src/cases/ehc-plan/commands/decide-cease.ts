// Records the second letter of ceasing: the decision, with the right of appeal: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ceaseGrounds } from '../domain/cease-grounds.js';
import { ehcPlan } from '../domain/decide.js';
import { birthDateOfPlan } from './of-person.js';

export class CeaseDecision {
  @ApiProperty({ description: 'Day of the letter', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: ceaseGrounds }) @IsString() @Length(1, 40) ground: string;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'For no-longer-engages: what the review showed (EHC-61)' })
  @IsOptional()
  @IsBoolean()
  reviewShowsNoReturn?: boolean;
}

export class DecideCease extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: CeaseDecision,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(DecideCease)
export class DecideCeaseHandler implements ICommandHandler<DecideCease> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ planId, details, context }: DecideCease) {
    const birthDate = await birthDateOfPlan(this.runner.journal, planId);
    return this.runner.run(ehcPlan, planId, { type: 'DecideCease', ...details, birthDate }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class DecideCeaseController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/cease/decision')
  @CommandRoute('The decision to cease was notified; the plan stays in force', ['EHC-60', 'EHC-61', 'EHC-62', 'EHC-66'])
  post(
    @Param('id') id: string,
    @Body() details: CeaseDecision,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DecideCease(id, details, context));
  }
}
