// Keeps a task true: what process managers and timers say, through the same policy and runner as everybody. Nobody says it by hand.
import { useCase } from '../../use-cases/use-case.js';
import { choicesThen } from '../../settings/choices-then.js';
import { CommandRunner } from '../../commands/command-runner.js';
import { settingsFor, type Choices } from '../../../rules/chosen-settings.js';
import type { TaskPathway } from '../domain/codes.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import { kindOf } from '../domain/kinds.js';

export class TaskKept {
  pathway: TaskPathway;
  taskId: string;
  what: KeepingCommand;
}

export const keepTask = useCase({
  name: 'KeepTask',
  section: 'Tasks',
  does: 'Keep a task true: open it, move it, settle it, withdraw it',
  rules: [],
  who: {
    roles: ['system'],
    because:
      'Process managers and timers open tasks and withdraw them; nobody does it by hand (docs/process-managers.md).',
  },
  input: TaskKept,
  uses: [CommandRunner],
  handle: async ({ input: { pathway, taskId, what }, context }, runner) => {
    // What ends a task has no days of its own: nothing is read for it.
    const choices = hasDays(what) ? await choicesThen(runner.journal) : [];
    return runner.runAll(
      taskOf(pathway),
      taskId,
      ({ opened }) => [underStandards(what, opened?.kind, choices)],
      context,
    );
  },
});

const hasDays = (what: KeepingCommand): what is Exclude<KeepingCommand, { type: 'Settle' | 'Withdraw' }> =>
  what.type !== 'Settle' && what.type !== 'Withdraw';

/** The area's own service standard, where it chose one, goes before the rule pack's. */
function underStandards(what: KeepingCommand, opened: string | undefined, choices: Choices): KeepingCommand {
  if (!hasDays(what)) return what;
  const kind = what.type === 'Open' ? what.kind : opened;
  const setting = kind && kindOf(kind).setting;
  const days = setting && settingsFor(choices, undefined, what.cause.on)?.[setting];
  return typeof days === 'number' ? { ...what, days } : what;
}
