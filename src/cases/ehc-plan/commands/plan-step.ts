// What every use case "record one step of one plan" shares: the command, its handler's way to the decider, the routes' frame.
import { applyDecorators, Controller, Injectable } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { EhcCommand } from '../domain/commands.js';
import { ehcPlan } from '../domain/decide.js';

/** A use case is a class of its own: the access table names it. */
export abstract class PlanStep<Details> extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: Details,
    context: CommandContext,
  ) {
    super(context);
  }
}

@Injectable()
export abstract class PlanStepHandler<Step extends PlanStep<unknown>> {
  constructor(protected readonly runner: CommandRunner) {}

  /** What is asked of the plan. It may have to be read first what the decision must know of the young person. */
  protected abstract asked(step: Step): EhcCommand | Promise<EhcCommand>;

  async execute(step: Step): Promise<CommandResult> {
    return this.runner.run(ehcPlan, step.planId, await this.asked(step), step.context);
  }
}

export const PlanRoutes = () => applyDecorators(ApiTags('EHC plans'), Controller('api/v1/ehc-plans'));

@Injectable()
export abstract class PlanController {
  constructor(protected readonly dispatcher: Dispatcher) {}
}
