// The task that the lists of a term are due: made by the day, whoever opens a page or does not (EHC-11, ADR 23).
import type { Journal } from '../../event-store/journal.js';
import { termList } from '../../ehc/domain/term-lists/term-list.js';
import { termListSubjects } from '../../ehc/domain/term-lists/subjects.js';
import { authoritiesWithTerms, namesOf, termsOf, type Term } from '../../ehc/domain/term-lists/terms.js';
import { institutionsOf } from '../../ehc/term-lists/institutions-of.js';
import { listAsOf } from '../../ehc/term-lists/list-as-of.js';
import { addDays, addWeeks, earliest, type CivilDate } from '../../kernel/calendar/index.js';
import type { Clock } from '../../ops/clock.js';
import { idFrom } from '../../ops/ids.js';
import { actorOf } from '../../processing/process-managers/introduce.js';
import type { ReadSide } from '../../processing/read-side.js';
import { deadlinesOf } from '../../worklist/deadline-table.js';
import { KeepTask } from '../commands/keep-task.js';
import { termListsOf } from '../domain/about-term.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import table from './term-lists.json' with { type: 'json' };

export const { daysAhead } = table;

interface Parts {
  readonly journal: Journal;
  readonly readSide: Pick<ReadSide, 'db'>;
  readonly clock: Clock;
  /** Carries out a command, after asking the policy. */
  readonly send: (command: KeepTask) => Promise<unknown>;
}

const task = taskOf('ehc');
export const termTaskId = (authority: string, term: string): string =>
  idFrom('task', 'timer', 'term-lists-due', authority, term);

/** A term whose lists are near: from so many days before they are due until it begins. */
const isNear = ({ firstDay }: Term, today: CivilDate): boolean =>
  addDays(addWeeks(firstDay, -2), -daysAhead) <= today && today < firstDay;

export class TermListTimer {
  private looked = '';

  constructor(private readonly parts: Parts) {}

  /** Once a day, and again when something was recorded of a list. Twice is the same as once: the task's id follows from the term. */
  async look(): Promise<void> {
    const { readSide, clock } = this.parts;
    const today = clock.today();
    const sql = 'SELECT coalesce(sum(revision + 1), 0) AS told FROM term_list_state';
    const as = `${today} ${readSide.db.get<{ told: number }>(sql)?.told}`;
    if (this.looked === as) return;
    for (const authority of authoritiesWithTerms)
      for (const term of termsOf(authority)) await this.lookAt(authority, term, today);
    this.looked = as;
  }

  private async lookAt(authority: string, term: Term, today: CivilDate): Promise<void> {
    const taskId = termTaskId(authority, term.id);
    const near = isNear(term, today);
    // A term that is far off has no task, and one that is over only an open one to take back.
    const isOpen = (): boolean => {
      const sql = `SELECT 1 AS open FROM task WHERE id = ? AND closed_on > ?`;
      return this.parts.readSide.db.get<{ open: number }>(sql, taskId, today) !== undefined;
    };
    if (!near && !isOpen()) return;
    const command = near ? await this.nearTerm(authority, term, today) : gone(today);
    if (command) await this.say(authority, taskId, command);
  }

  private async nearTerm(authority: string, term: Term, today: CivilDate): Promise<KeepingCommand | undefined> {
    const { journal, readSide } = this.parts;
    const due: CivilDate[] = [];
    let lastSent: string | undefined;
    // The lists say who is on one; whether it was sent is asked of its own history, which no lagging list can get wrong.
    for (const { institution } of institutionsOf(readSide.db, authority, term, today)) {
      const { id, dueOn } = listAsOf(readSide.db, authority, term, institution, today);
      const { state } = await journal.load(termList, id);
      const met = termListSubjects(id, state)
        .flatMap(deadlinesOf)
        .find(({ metBy, validTo }) => metBy !== undefined && validTo === undefined);
      if (met) lastSent = met.metBy;
      else due.push(dueOn);
    }
    const [first, ...others] = due;
    if (first !== undefined) return open(authority, term, earliest(first, ...others), today);
    return lastSent === undefined ? gone(today) : { type: 'Settle', on: today, byEventId: lastSent };
  }

  private async say(authority: string, taskId: string, wanted: KeepingCommand): Promise<void> {
    const { journal, send } = this.parts;
    const { revision, state } = await journal.load(task, taskId);
    // A sending that was taken back opens again what it had closed; what a person called done stays done.
    const again = wanted.type === 'Open' && state.closed?.how === 'fact';
    const command: KeepingCommand = again ? { ...wanted, type: 'Unsettle' } : wanted;
    // As with the other timers: the same for all who see the task so, another one after it was closed and is needed again.
    const commandId = idFrom('timer', taskId, command.type, revision);
    const names = namesOf(authority);
    const actor = actorOf('timers', names[1] ?? names[0]);
    await send(new KeepTask('ehc', taskId, command, { actor, commandId, correlationId: commandId }));
  }
}

const gone = (on: CivilDate): KeepingCommand => ({ type: 'Withdraw', on, because: 'overtaken' });

function open(authority: string, term: Term, dueOn: CivilDate, on: CivilDate): KeepingCommand {
  const key = term.id;
  const deadline = { rule: 'EHC-11', title: `Send the term lists of ${term.name}`, scope: 'term-lists', key, dueOn };
  // No event sets the date, but the calendar of terms: its cause is named as that.
  const cause = { on: addDays(dueOn, -daysAhead), eventId: `term-calendar:${authority}:${term.id}` };
  const caseId = termListsOf(authority, term.id);
  return { type: 'Open', on, caseId, kind: 'term-lists-due', cause, days: daysAhead, deadline };
}
