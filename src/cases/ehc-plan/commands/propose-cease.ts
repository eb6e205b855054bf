// Records the first letter of ceasing: told and consulted: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsArray, IsIn } from 'class-validator';
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
import { legalRoles } from '../domain/words.js';

export class CeaseProposal {
  @ApiProperty({ description: 'Day of the letter', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: legalRoles, isArray: true }) @IsArray() @IsIn(legalRoles, { each: true }) consulted: string[];
}

export class ProposeCease extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: CeaseProposal,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ProposeCease)
export class ProposeCeaseHandler implements ICommandHandler<ProposeCease> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: ProposeCease) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'ProposeCease', ...details, ceaseId: idFrom(context.commandId, 'cease') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ProposeCeaseController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/cease/proposal')
  @CommandRoute('Ceasing is proposed: the family is told and consulted, the head consulted', ['EHC-62'])
  post(
    @Param('id') id: string,
    @Body() details: CeaseProposal,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ProposeCease(id, details, context));
  }
}
