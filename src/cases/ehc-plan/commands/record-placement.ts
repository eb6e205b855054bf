// Records where a young person with a plan is placed: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';

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

export class NewPlacement extends Placement {
  @ApiProperty({ description: 'A day on which it was known', example: '2025-09-04' }) @IsCivilDate() on: CivilDate;
}

export class RecordPlacement extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: NewPlacement,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordPlacement)
export class RecordPlacementHandler implements ICommandHandler<RecordPlacement> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details: { on, ...details }, context }: RecordPlacement) {
    const placementId = idFrom(context.commandId, 'placement');
    return this.runner.run(
      ehcPlan,
      planId,
      { type: 'RecordPlacement', on, details: { ...details, placementId } },
      context,
    );
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RecordPlacementController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/placements')
  @CommandRoute('A placement, or its details set right', ['EHC-36', 'EHC-46'])
  post(
    @Param('id') id: string,
    @Body() details: NewPlacement,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordPlacement(id, details, context));
  }
}
