// Records the decision not to amend after representations: DTO, command, handler and route.
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
import { ehcPlan } from '../domain/decide.js';

export class DroppedAmendments {
  @ApiProperty({ description: 'Day on which it was notified', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the one that waits for it' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'Why it does not give the right of appeal; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  lacksReason?: string;
}

export class DropAmendments extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: DroppedAmendments,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(DropAmendments)
export class DropAmendmentsHandler implements ICommandHandler<DropAmendments> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: DropAmendments) {
    return this.runner.run(ehcPlan, planId, { type: 'DropAmendments', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class DropAmendmentsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/amendment-notices/dropped')
  @CommandRoute('After representations the plan is not amended', ['EHC-28'])
  post(
    @Param('id') id: string,
    @Body() details: DroppedAmendments,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DropAmendments(id, details, context));
  }
}
