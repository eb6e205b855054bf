// Keeps a task true: what process managers and timers say, through the same policy and runner as everybody. Nobody says it by hand.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { choicesThen } from '../../settings/choices-then.js';
import { CommandRunner } from '../../commands/command-runner.js';
import { OnwardCommand } from '../../access/messages.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { settingsFor, type Choices } from '../../../rules/chosen-settings.js';
import type { TaskKind, TaskPathway } from '../domain/codes.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import { kindOf } from '../domain/kinds.js';

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

  async execute({ pathway, taskId, what, context }: KeepTask) {
    // What ends a task has no days of its own: nothing is read for it.
    const choices = hasDays(what) ? await choicesThen(this.runner.journal) : [];
    return this.runner.runAll(
      taskOf(pathway),
      taskId,
      ({ opened }) => [underStandards(what, opened?.kind, choices)],
      context,
    );
  }
}

const hasDays = (what: KeepingCommand): what is Exclude<KeepingCommand, { type: 'Settle' | 'Withdraw' }> =>
  what.type !== 'Settle' && what.type !== 'Withdraw';

/** The area's own service standard, where it chose one, goes before the rule pack's. */
function underStandards(what: KeepingCommand, opened: TaskKind | undefined, choices: Choices): KeepingCommand {
  if (!hasDays(what)) return what;
  const kind = what.type === 'Open' ? what.kind : opened;
  const setting = kind && kindOf(kind).setting;
  const days = setting && settingsFor(choices, undefined, what.cause.on)?.[setting];
  return typeof days === 'number' ? { ...what, days } : what;
}
