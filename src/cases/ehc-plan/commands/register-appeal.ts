// Records that the Tribunal received an appeal: DTO, command, handler and route.
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

export class RegisteredAppeal {
  @ApiProperty({ description: 'Day on which the Tribunal received it', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty() @IsBoolean() placementOnly: boolean;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export class RegisterAppeal extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: RegisteredAppeal,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RegisterAppeal)
export class RegisterAppealHandler implements ICommandHandler<RegisterAppeal> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: RegisterAppeal) {
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'RegisterAppeal', ...details, appealId: idFrom(context.commandId, 'appeal') },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RegisterAppealController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/appeals')
  @CommandRoute('The Tribunal received an appeal', ['EHC-70', 'EHC-75'])
  post(
    @Param('id') id: string,
    @Body() details: RegisteredAppeal,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RegisterAppeal(id, details, context));
  }
}
