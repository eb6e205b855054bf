// Records that a plan moved here from another authority, with its history: DTO, command, handler and route.
import { Body, Controller, Post } from '@nestjs/common';
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
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';
import { packFor } from '../pack.js';
import { requireYoungPerson } from './of-person.js';

export class MovedInPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ description: 'Day of the transfer', example: '2025-12-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) fromAuthority: string;
  @ApiProperty({ description: 'Day on which the plan was first made; the clock is not reset' })
  @IsCivilDate()
  planMadeOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() lastReviewedOn?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() becameAwareOn?: CivilDate;
}

export class TakeOverEhcPlan extends OnwardCommand {
  constructor(
    readonly details: MovedInPlan,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(TakeOverEhcPlan)
export class TakeOverEhcPlanHandler implements ICommandHandler<TakeOverEhcPlan> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ details, context }: TakeOverEhcPlan) {
    const { authority = context.actor.organisation, ...rest } = details;
    await requireYoungPerson(this.runner.journal, details.personId);
    const id = idFrom(context.commandId, 'ehc-plan');
    const start = { ...rest, authority, rulePack: packFor(details.planMadeOn) };
    return this.runner.run(ehcPlan, id, { type: 'TakeOverPlan', ...start }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class TakeOverEhcPlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('moved-in')
  @CommandRoute('A plan moved here from another authority', ['EHC-51', 'EHC-52', 'EHC-53'])
  post(@Body() details: MovedInPlan, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new TakeOverEhcPlan(details, context));
  }
}
