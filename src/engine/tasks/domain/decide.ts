// Decisions about a task. There is one kind of stream for each pathway, so that who may see a pathway may see its tasks.
import { formatDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { OnwardError, refuse } from '../../../kernel/errors.js';
import type { TaskPathway } from './codes.js';
import type { KeepingCommand, PersonCommand, TaskCommand } from './commands.js';
import { taskEvents as events, type TaskFact } from './events.js';
import { daysFor, kindOf, taskPackOn } from './kinds.js';
import { evolve, initial, isDone, type Closed, type Opened, type Task } from './state.js';

type Of<T extends TaskCommand['type']> = Extract<TaskCommand, { type: T }>;

function decide(command: TaskCommand, task: Task): readonly TaskFact[] {
  switch (command.type) {
    case 'Open':
      return open(command, task);
    case 'Move':
    case 'Settle':
    case 'Unsettle':
    case 'Withdraw':
      return task.opened ? keep(command, task, task.opened) : [];
    case 'Take':
    case 'Complete':
    case 'Reopen':
      return bySomebody(command, task);
  }
}

function open(command: Of<'Open'>, task: Task): TaskFact[] {
  const { on, kind, personId, caseId, role = kindOf(kind).role, deadline } = command;
  // Done stays done, unless it happened again; what was withdrawn has a cause again.
  if (task.opened) {
    const again = (task.closed && !isDone(task)) || happenedAgain(command, task);
    return again ? [events.reopened.fact(on, causeOf(command, task.opened))] : [];
  }
  const { pack, version } = taskPackOn(on, kind);
  const about = { personId, caseId, kind, role, pack: { pack, version }, deadline };
  return [events.opened.fact(on, { ...about, ...causeOf(command, { kind }) })];
}

/**
 * What was done was done about the causes it had. Another event is another cause: a second letter that bounced, not the first one
 * with its date corrected. A reminder is of a date, whichever event set it.
 */
const happenedAgain = ({ cause }: Of<'Open' | 'Move' | 'Unsettle'>, task: Task): boolean =>
  isDone(task) && !task.opened?.deadline && !task.causes.some(({ eventId }) => eventId === cause.eventId);

function keep(command: Exclude<KeepingCommand, Of<'Open'>>, task: Task, opened: Opened): TaskFact[] {
  switch (command.type) {
    case 'Move': {
      const cause = causeOf(command, opened);
      const last = task.causes[task.causes.length - 1];
      const same = last?.on === cause.causeOn && last.eventId === cause.causeEventId && last.days === cause.days;
      if (happenedAgain(command, task)) return [events.reopened.fact(command.on, cause)];
      return task.closed || same ? [] : [events.dueMoved.fact(command.on, cause)];
    }
    case 'Settle':
      return task.closed ? [] : [events.done.fact(command.on, { by: 'fact', byEventId: command.byEventId })];
    case 'Unsettle':
      return task.closed?.how === 'fact' || happenedAgain(command, task)
        ? [events.reopened.fact(command.on, causeOf(command, opened))]
        : [];
    case 'Withdraw':
      return task.closed ? [] : [events.withdrawn.fact(command.on, { because: command.because })];
  }
}

function bySomebody(command: PersonCommand, task: Task): TaskFact[] {
  const { opened, closed, causes, assignee } = task;
  const { on, by } = command;
  if (!opened) throw new OnwardError('not-found', { detail: 'There is no task with this id.' });
  if (by.role !== opened.role && by.role !== 'manager' && by.id !== assignee) {
    throw new OnwardError('not-permitted', {
      detail: `This task is for the role ${opened.role}.`,
      help: 'A manager can give it to somebody else.',
    });
  }
  switch (command.type) {
    case 'Take':
      if (closed) throw alreadyClosed(closed);
      return assignee === command.assignee ? [] : [events.taken.fact(on, { assignee: command.assignee })];
    case 'Complete':
      if (closed) throw alreadyClosed(closed);
      if (kindOf(opened.kind).closedByFactsOnly) throw closesByItself(opened.kind);
      return [events.done.fact(on, { by: 'person', note: command.note })];
    case 'Reopen': {
      const last = causes[causes.length - 1];
      if (closed?.how !== 'person' || !last)
        throw refuse('REC-11', 'Only a task that a person called done is reopened.');
      const cause = { causeEventId: last.eventId, causeOn: last.on, days: last.days };
      return [events.reopened.fact(on, { ...cause, reason: command.reason })];
    }
  }
}

/** Called done by hand, a death that nobody confirmed would let every letter go out again. */
const closesByItself = (kind: string): OnwardError =>
  kind === 'confirm-death' || kind === 'death-denied'
    ? refuse(
        'REC-11',
        'This task is not closed by hand: a death that one record says is confirmed, or that record is put right.',
        {
          help: 'Record the death on the young person’s own record, or withdraw what the other record says. The task then closes by itself.',
        },
      )
    : refuse('TRN-33', 'This task is not closed by hand: somebody waits for an answer until it is recorded.', {
        help: 'Record on the page of the hand-over what the service answered. The task then closes by itself.',
      });

const alreadyClosed = ({ on, how }: Closed): OnwardError =>
  new OnwardError('already-exists', {
    detail:
      how === 'person' || how === 'fact'
        ? `This task was done on ${formatDate(on)}.`
        : `This task was withdrawn on ${formatDate(on)}: nothing is left to do (${how}).`,
  });

const causeOf = (
  { on, cause, days }: Pick<Of<'Move'>, 'on' | 'cause' | 'days'>,
  { kind }: Pick<Opened, 'kind'>,
): { causeEventId: string; causeOn: typeof on; days: number } => ({
  causeEventId: cause.eventId,
  causeOn: cause.on,
  days: days ?? daysFor(kind, on),
});

/** The case type of the tasks of a pathway: streams `ehcTask-<id>`, `transitionTask-<id>`, … */
export const taskOf = (pathway: TaskPathway): CaseType<TaskCommand, Task, TaskFact> => ({
  category: `${pathway}Task`,
  noun: 'task',
  events,
  initial,
  decide,
  evolve,
  subjectOf: ({ opened }) => opened?.personId,
});
