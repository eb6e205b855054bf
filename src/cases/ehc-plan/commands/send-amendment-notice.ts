// Records the notice with the proposed amendments: DTO, command, handler and route.
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
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';

export class AmendmentNotice {
  @ApiProperty({ description: 'Day on which it was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
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
  @ApiProperty({ required: false, description: 'Starts an amendment without a review' })
  @IsOptional()
  @IsBoolean()
  withoutReview?: boolean;
}

export class SendAmendmentNotice extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: AmendmentNotice,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(SendAmendmentNotice)
export class SendAmendmentNoticeHandler implements ICommandHandler<SendAmendmentNotice> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: SendAmendmentNotice) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'SendAmendmentNotice', ...details, newAmendmentId: idFrom(context.commandId, 'amendment') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class SendAmendmentNoticeController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/amendment-notices')
  @CommandRoute('The notice with the proposed amendments was sent', ['EHC-05', 'EHC-24'])
  post(
    @Param('id') id: string,
    @Body() details: AmendmentNotice,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new SendAmendmentNotice(id, details, context));
  }
}
