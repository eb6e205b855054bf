// Records that a final plan names the setting after a phase transfer: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Length, ValidateNested } from 'class-validator';
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
import { Placement } from './placement.js';

export class NamedSetting {
  @ApiProperty({ description: 'Day on which the plan that names it was issued', example: '2026-02-10' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, the transfer that is open' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  transferId?: string;
  @ApiProperty({
    required: false,
    type: Placement,
    description: 'The next setting, from the day of the transfer (EHC-46)',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => Placement)
  placement?: Placement;
}

export class NamePhaseSetting extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: NamedSetting,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(NamePhaseSetting)
export class NamePhaseSettingHandler implements ICommandHandler<NamePhaseSetting> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: NamePhaseSetting) {
    const placementId = idFrom(context.commandId, 'placement');
    const placement = details.placement && { ...details.placement, placementId };
    return this.runner.run(ehcPlan, planId, { type: 'NamePhaseSetting', ...details, placement }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class NamePhaseSettingController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/phase-transfers/named')
  @CommandRoute('The final plan names the next setting', ['EHC-40', 'EHC-41', 'EHC-42', 'EHC-46'])
  post(
    @Param('id') id: string,
    @Body() details: NamedSetting,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new NamePhaseSetting(id, details, context));
  }
}
