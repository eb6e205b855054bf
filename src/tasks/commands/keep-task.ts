// Keeps a task true: what process managers and timers say, through the same policy and runner as everybody. Nobody says it by hand.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../event-store/command-runner.js';
import { OnwardCommand } from '../../identity/messages.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { TaskPathway } from '../domain/codes.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';

export class KeepTask extends OnwardCommand {
  constructor(
    readonly pathway: TaskPathway,
    readonly taskId: string,
    readonly what: KeepingCommand,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(KeepTask)
export class KeepTaskHandler implements ICommandHandler<KeepTask> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ pathway, taskId, what, context }: KeepTask) {
    return this.runner.run(taskOf(pathway), taskId, what, context);
  }
}
