// Ends a placement: DTO, command, handler and route.
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
import { ehcPlan } from '../domain/decide.js';

export class PlacementEnd {
  @ApiProperty({ description: 'Last day of the placement', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
}

export class EndPlacement extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly placementId: string,
    readonly details: PlacementEnd,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(EndPlacement)
export class EndPlacementHandler implements ICommandHandler<EndPlacement> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, placementId, details, context }: EndPlacement) {
    return this.runner.run(ehcPlan, planId, { type: 'EndPlacement', ...details, placementId }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class EndPlacementController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/placements/:placementId/end')
  @CommandRoute('A placement ended', ['EHC-46'])
  post(
    @Param('id') id: string,
    @Param('placementId') placementId: string,
    @Body() details: PlacementEnd,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new EndPlacement(id, placementId, details, context));
  }
}
