// Records who was invited to a review meeting: DTO, command, handler and route.
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
import { channels, roles, type Channel, type Role } from '../domain/words.js';

export class Invitations {
  @ApiProperty({ description: 'Day on which they were sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: Role[];
  @ApiProperty() @IsCivilDate() meetingOn: CivilDate;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export class SendInvitations extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: Invitations,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(SendInvitations)
export class SendInvitationsHandler implements ICommandHandler<SendInvitations> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: SendInvitations) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'SendInvitations', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class SendInvitationsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews/invitations')
  @CommandRoute('Invitations to the review meeting were sent', ['EHC-13', 'EHC-14', 'EHC-15'])
  post(
    @Param('id') id: string,
    @Body() details: Invitations,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new SendInvitations(id, details, context));
  }
}
