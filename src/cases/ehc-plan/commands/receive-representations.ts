// Records what the family says to the proposed amendments: DTO, command, handler and route.
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

export class Representations {
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
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() asksForMeeting?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() namesSetting?: boolean;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  summary?: string;
}

export class ReceiveRepresentations extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: Representations,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ReceiveRepresentations)
export class ReceiveRepresentationsHandler implements ICommandHandler<ReceiveRepresentations> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: ReceiveRepresentations) {
    return this.runner.run(ehcPlan, planId, { type: 'ReceiveRepresentations', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ReceiveRepresentationsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/representations')
  @CommandRoute('Representations came in', ['EHC-25'])
  post(
    @Param('id') id: string,
    @Body() details: Representations,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReceiveRepresentations(id, details, context));
  }
}
