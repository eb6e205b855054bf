// From what a process manager wants to what is said of the task.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Order } from '../processing/process-managers/react.js';
import type { KeepingCommand } from './domain/commands.js';
import type { UseCaseMessage } from '../use-cases/use-case.js';
import { keepTask } from './commands/keep-task.js';

export const keepingOf = ({ pathway, taskId, caseId, change, context }: Order, on: CivilDate): UseCaseMessage =>
  keepTask.of({}, { pathway: pathway, taskId, what: commandOf(caseId, change, on) }, context);

function commandOf(caseId: string, change: Order['change'], on: CivilDate): KeepingCommand {
  const { personId, kind, role, cause, days } = change.wanted;
  switch (change.type) {
    case 'Open':
      return { type: 'Open', on, caseId, personId, kind: kind, role, cause, days };
    case 'Settle':
      return { type: 'Settle', on, byEventId: change.by.eventId };
    case 'Withdraw':
      return { type: 'Withdraw', on, because: 'cause-withdrawn' };
    case 'Move':
    case 'Unsettle':
      return { type: change.type, on, cause, days };
  }
}
