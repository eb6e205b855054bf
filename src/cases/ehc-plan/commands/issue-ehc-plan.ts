// Records that an EHC plan was made: DTO, command, handler and route.
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

export class NewEhcPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ description: 'Day on which the plan was first made', example: '2024-11-25' })
  @IsCivilDate()
  on: CivilDate;
}

export class IssueEhcPlan extends OnwardCommand {
  constructor(
    readonly details: NewEhcPlan,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(IssueEhcPlan)
export class IssueEhcPlanHandler implements ICommandHandler<IssueEhcPlan> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ details, context }: IssueEhcPlan) {
    const { authority = context.actor.organisation, ...rest } = details;
    await requireYoungPerson(this.runner.journal, details.personId);
    const id = idFrom(context.commandId, 'ehc-plan');
    const start = { ...rest, authority, rulePack: packFor(details.on) };
    return this.runner.run(ehcPlan, id, { type: 'IssuePlan', ...start }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class IssueEhcPlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('An EHC plan was made', ['EHC-01', 'EHC-93'])
  post(@Body() details: NewEhcPlan, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new IssueEhcPlan(details, context));
  }
}
