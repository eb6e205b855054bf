// Records that a plan goes on past the 25th birthday: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { past25Settings, type Past25Setting } from '../domain/words.js';
import { birthDateOfPlan } from './of-person.js';

export class Continuation {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: past25Settings }) @IsIn(past25Settings) setting: Past25Setting;
  @ApiProperty({
    required: false,
    description: 'Outside further education the plan ends with the course or training; left out, its end is not known',
  })
  @IsOptional()
  @IsCivilDate()
  trainingEndsOn?: CivilDate;
}

export class ContinuePast25 extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: Continuation,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ContinuePast25)
export class ContinuePast25Handler implements ICommandHandler<ContinuePast25> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ planId, details, context }: ContinuePast25) {
    const birthDate = await birthDateOfPlan(this.runner.journal, planId);
    return this.runner.run(ehcPlan, planId, { type: 'ContinuePast25', ...details, birthDate }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ContinuePast25Controller {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/continuation')
  @CommandRoute('The plan goes on past the 25th birthday', ['EHC-64'])
  post(
    @Param('id') id: string,
    @Body() details: Continuation,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ContinuePast25(id, details, context));
  }
}
