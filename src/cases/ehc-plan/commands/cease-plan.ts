// Records that a plan ceased: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { choicesThen } from '../../../engine/settings/choices-then.js';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { ceaseGrounds } from '../domain/cease-grounds.js';
import { birthDateOfPlan } from './of-person.js';

export class PlanEnd {
  @ApiProperty({ description: 'Day on which it took effect', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Only where no decision letter comes before: maximum age, death',
    enum: ceaseGrounds,
  })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  ground?: string;
}

export class CeasePlan extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: PlanEnd,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CeasePlan)
export class CeasePlanHandler implements ICommandHandler<CeasePlan> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ planId, details, context }: CeasePlan) {
    const { journal } = this.runner;
    const asked = {
      type: 'CeasePlan',
      ...details,
      birthDate: await birthDateOfPlan(journal, planId),
      choices: await choicesThen(journal),
    } as const;
    return this.runner.run(ehcPlan, planId, asked, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class CeasePlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/cease')
  @CommandRoute('Ceasing took effect', ['EHC-63', 'EHC-64', 'EHC-65', 'EHC-66'])
  post(@Param('id') id: string, @Body() details: PlanEnd, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new CeasePlan(id, details, context));
  }
}
