// Records that a phase transfer is due: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
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
import { phases, type Phase } from '../domain/words.js';

export class ExpectedPhaseTransfer {
  @ApiProperty({ description: 'Day from which it was expected', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: phases }) @IsIn(phases) phase: Phase;
  @ApiProperty() @IsCivilDate() transferOn: CivilDate;
}

export class ExpectPhaseTransfer extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: ExpectedPhaseTransfer,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ExpectPhaseTransfer)
export class ExpectPhaseTransferHandler implements ICommandHandler<ExpectPhaseTransfer> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: ExpectPhaseTransfer) {
    return this.runner.run(
      ehcPlan,
      planId,
      {
        type: 'ExpectPhaseTransfer',
        ...details,
        transferId: idFrom(planId, 'phase-transfer', details.phase, details.transferOn.slice(0, 4)),
      },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ExpectPhaseTransferController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/phase-transfers')
  @CommandRoute('A phase transfer is due', ['EHC-40', 'EHC-41', 'EHC-42'])
  post(
    @Param('id') id: string,
    @Body() details: ExpectedPhaseTransfer,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ExpectPhaseTransfer(id, details, context));
  }
}
