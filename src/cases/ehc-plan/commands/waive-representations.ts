// Records that the family waived the fifteen days in writing: DTO, command, handler and route.
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

export class RepresentationsWaiver {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
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
  @ApiProperty() @IsBoolean() inWriting: boolean;
}

export class WaiveRepresentations extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: RepresentationsWaiver,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(WaiveRepresentations)
export class WaiveRepresentationsHandler implements ICommandHandler<WaiveRepresentations> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: WaiveRepresentations) {
    return this.runner.run(ehcPlan, planId, { type: 'WaiveRepresentations', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class WaiveRepresentationsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/representations/waiver')
  @CommandRoute('The family waived the fifteen days', ['EHC-25'])
  post(
    @Param('id') id: string,
    @Body() details: RepresentationsWaiver,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WaiveRepresentations(id, details, context));
  }
}
