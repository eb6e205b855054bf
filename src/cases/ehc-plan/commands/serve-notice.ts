// Records that a notice reached the family: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { channels, type Channel } from '../domain/words.js';

export class NoticeService {
  @ApiProperty({ description: 'Day of service', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
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
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export class ServeNotice extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: NoticeService,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ServeNotice)
export class ServeNoticeHandler implements ICommandHandler<ServeNotice> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: ServeNotice) {
    return this.runner.run(ehcPlan, planId, { type: 'ServeNotice', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ServeNoticeController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/notices/served')
  @CommandRoute('A notice was served', ['EHC-25'])
  post(
    @Param('id') id: string,
    @Body() details: NoticeService,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ServeNotice(id, details, context));
  }
}
