// The task that the lists of a term are due: made by the day, whoever opens a page or does not (EHC-11, ADR 23).
import type { Journal } from '../../../store/journal.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Clock } from '../../../kernel/clock.js';
import { idFrom } from '../../../kernel/ids.js';
import { actorOf } from '../../processing/process-managers/introduce.js';
import type { ReadSide } from '../../processing/read-side.js';
import type { UseCaseMessage } from '../../use-cases/use-case.js';
import { keepTask } from '../commands/keep-task.js';
import { termListsOf } from '../domain/about-term.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';

/** The lists of one term of an authority, as whoever keeps them tells of them. */
export interface ListsOfTerm {
  readonly authority: string;
  /** The organisation whose task it is. */
  readonly organisation: string;
  readonly term: { readonly id: string; readonly name: string };
  near(today: CivilDate): boolean;
  /** `due`: the earliest limit of one that was not sent; `lastSent`: the event that sent the last. */
  sent(today: CivilDate): Promise<{ readonly due?: CivilDate; readonly lastSent?: string }>;
}

interface Parts {
  readonly journal: Journal;
  readonly readSide: Pick<ReadSide, 'db'>;
  readonly clock: Clock;
  readonly lists: { readonly daysAhead: number; said(): string; terms(): readonly ListsOfTerm[] };
  /** Carries out a command, after asking the policy. */
  readonly send: (command: UseCaseMessage) => Promise<unknown>;
}

const task = taskOf('ehc');
export const termTaskId = (authority: string, term: string): string =>
  idFrom('task', 'timer', 'term-lists-due', authority, term);

export class TermListTimer {
  private looked = '';

  constructor(private readonly parts: Parts) {}

  /** Once a day, and again when something was recorded of a list. Twice is the same as once: the task's id follows from the term. */
  async look(): Promise<void> {
    const { clock, lists } = this.parts;
    const today = clock.today();
    const as = `${today} ${lists.said()}`;
    if (this.looked === as) return;
    for (const of of lists.terms()) await this.lookAt(of, today);
    this.looked = as;
  }

  private async lookAt(of: ListsOfTerm, today: CivilDate): Promise<void> {
    const taskId = termTaskId(of.authority, of.term.id);
    // A term that is far off has no task, and one that is over only an open one to take back.
    if (of.near(today)) await this.say(of, taskId, await this.wanted(of, today));
    else if (this.isOpen(taskId, today)) await this.say(of, taskId, gone(today));
  }

  private isOpen(taskId: string, today: CivilDate): boolean {
    const sql = 'SELECT 1 AS open FROM task WHERE id = ? AND closed_on > ?';
    return this.parts.readSide.db.get<{ open: number }>(sql, taskId, today) !== undefined;
  }

  private async wanted(of: ListsOfTerm, today: CivilDate): Promise<KeepingCommand> {
    const { due, lastSent } = await of.sent(today);
    if (due !== undefined) return open(of, due, this.parts.lists.daysAhead, today);
    return lastSent === undefined ? gone(today) : { type: 'Settle', on: today, byEventId: lastSent };
  }

  private async say({ organisation }: ListsOfTerm, taskId: string, wanted: KeepingCommand): Promise<void> {
    const { journal, send } = this.parts;
    const { revision, state } = await journal.load(task, taskId);
    // A sending that was taken back opens again what it had closed; what a person called done stays done.
    const again = wanted.type === 'Open' && state.closed?.how === 'fact';
    const command: KeepingCommand = again ? { ...wanted, type: 'Unsettle' } : wanted;
    // As with the other timers: the same for all who see the task so, another one after it was closed and is needed again.
    const commandId = idFrom('timer', taskId, command.type, revision);
    const actor = actorOf('timers', organisation);
    await send(
      keepTask.of({}, { pathway: 'ehc', taskId, what: command }, { actor, commandId, correlationId: commandId }),
    );
  }
}

const gone = (on: CivilDate): KeepingCommand => ({ type: 'Withdraw', on, because: 'overtaken' });

function open({ authority, term }: ListsOfTerm, dueOn: CivilDate, days: number, on: CivilDate): KeepingCommand {
  const key = term.id;
  const deadline = { rule: 'EHC-11', title: `Send the term lists of ${term.name}`, scope: 'term-lists', key, dueOn };
  // No event sets the date, but the calendar of terms: its cause is named as that.
  const cause = { on: addDays(dueOn, -days), eventId: `term-calendar:${authority}:${term.id}` };
  const caseId = termListsOf(authority, term.id);
  return { type: 'Open', on, caseId, kind: 'term-lists-due', cause, days, deadline };
}
