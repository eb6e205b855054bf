// Reminders and holding messages: looks at what is near by the clock, asks the case's history, and keeps the tasks true to it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { choicesThen } from '../../settings/choices-then.js';
import type { Journal } from '../../../store/journal.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { streamOf } from '../../../kernel/decider.js';
import { isOnwardError, notFound } from '../../../kernel/errors.js';
import type { Clock } from '../../../kernel/clock.js';
import { idFrom } from '../../../kernel/ids.js';
import { actorOf } from '../../processing/process-managers/introduce.js';
import type { WantedTask } from '../../processing/process-managers/process-manager.js';
import { confirmDeath, deathDenied } from '../../processing/process-managers/said-to-have-died.js';
import type { ReadSide } from '../../processing/read-side.js';
import type { Replayable } from '../../processing/slice.js';
import type { Choices } from '../../../rules/chosen-settings.js';
import { isSaidToHaveDied } from '../../deadlines/nothing-asked.js';
import type { UseCaseMessage } from '../../use-cases/use-case.js';
import { keepTask } from '../commands/keep-task.js';
import type { TaskPathway } from '../domain/codes.js';
import type { KeepingCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import { everSaidDeath, nominations, openTasksOf, tasksGoneWithDeath, type Nomination } from './nominations.js';
import { datesOfCase, type DatesOfCase } from './open-dates.js';
import { keepingBack, keepingDenied, keepingOpen, keepingTimer, keepingUnmet, type HeldDates } from './keeping.js';
import { timerRules } from './timer-rules.js';

export interface TimersParts {
  readonly journal: Journal;
  readonly readSide: Pick<ReadSide, 'db'>;
  readonly clock: Clock;
  readonly cases: readonly Replayable[];
  /** What the process managers want for a case as it stands, by the id of the task. */
  readonly wanted: (pathway: TaskPathway, caseId: string) => Promise<ReadonlyMap<string, WantedTask>>;
  /** Carries out a command, after asking the policy. */
  readonly send: (command: UseCaseMessage) => Promise<unknown>;
  /** Told of a case that could not be looked at; the others go on. */
  readonly onTrouble?: (stream: string, error: unknown) => void;
}

export class Timers {
  /** What was looked at today, and how it was: looking again would find the same. */
  private looked: { readonly today: CivilDate; readonly cases: Map<string, string> } | undefined;

  constructor(private readonly parts: TimersParts) {}

  /**
   * One look. Twice, or by two instances at once, is the same as once: the id of a task follows from its case, date and kind, and
   * what is said of it from how it stands. After a week's pause it finds what is near today, and each date once.
   */
  async look(): Promise<void> {
    const { journal, readSide, clock, onTrouble } = this.parts;
    const today = clock.today();
    if (this.looked?.today !== today) this.looked = { today, cases: new Map() };
    const looked = this.looked.cases;
    const all = await nominations(readSide, today);
    // Read once, and only after the rows: what changed them is in it, so that no case is called looked at under an older choice.
    let choices: Choices | undefined;
    for (const nominated of all) {
      await nextTurn();
      try {
        const type = this.typeOf(nominated);
        const as = `${await lastRevision(journal, type, nominated)}${nominated.seen}`;
        if (looked.get(nominated.caseId) === as) continue;
        choices ??= await choicesThen(journal);
        await this.lookAt(type, nominated, today, choices);
        looked.set(nominated.caseId, as);
      } catch (error) {
        if (isOnwardError(error, 'store-unavailable')) throw error;
        onTrouble?.(`${nominated.pathway} ${nominated.caseId}`, error);
      }
    }
  }

  /** The case type of a pathway; its tasks have types of their own. */
  private typeOf({ pathway }: Nomination): Replayable {
    const type = this.parts.cases.find((one) => one.pathway === pathway && one.category !== taskOf(pathway).category);
    if (!type) throw notFound('pathway', pathway);
    return type;
  }

  private async lookAt(
    type: Replayable,
    { pathway, caseId }: Nomination,
    today: CivilDate,
    choices: Choices,
  ): Promise<void> {
    const { journal, readSide } = this.parts;
    const found = await datesOfCase(journal, type, caseId, choices);
    const dates = { ...found, onHold: isSaidToHaveDied(readSide.db, found.personId, today) };
    for (const rule of timerRules.filter((one) => one.pathway === pathway))
      for (const { taskId, trigger, command } of keepingOpen(rule, caseId, dates, today)) {
        const { state } = await journal.load(taskOf(pathway), taskId);
        await this.say(pathway, taskId, trigger, dates, keepingUnmet(state, command));
      }
    if (!dates.died && !dates.onHold) await this.bringBack(pathway, caseId, dates, today);
    await this.askAgain(pathway, caseId, dates, today);
    for (const taskId of openTasksOf(readSide.db, caseId)) {
      const { state } = await journal.load(taskOf(pathway), taskId);
      const command = keepingTimer(state, dates, today);
      if (command) await this.say(pathway, taskId, state.causes[state.causes.length - 1]?.eventId, dates, command);
    }
  }

  /** A death that this case says was confirmed and taken back: somebody puts the case right. */
  private async askAgain(pathway: TaskPathway, caseId: string, dates: HeldDates, today: CivilDate): Promise<void> {
    const { journal, readSide } = this.parts;
    if (!everSaidDeath(readSide.db, caseId)) return;
    const taskId = idFrom('task', 'timer', deathDenied, caseId);
    const { state } = await journal.load(taskOf(pathway), taskId);
    const said = [...(await this.parts.wanted(pathway, caseId))].find(([, one]) => one.kind === confirmDeath);
    const confirmation = said && (await journal.load(taskOf(pathway), said[0])).state;
    const command = keepingDenied(state, confirmation, caseId, said?.[1], dates, today);
    if (command) await this.say(pathway, taskId, dates.deathTakenBackBy, dates, command);
  }

  /** A death was recorded in error: what was to be followed up, and still is, comes back. */
  private async bringBack(pathway: TaskPathway, caseId: string, dates: DatesOfCase, on: CivilDate): Promise<void> {
    const { journal, readSide } = this.parts;
    const gone = tasksGoneWithDeath(readSide.db, caseId);
    if (gone.length === 0) return;
    const wanted = await this.parts.wanted(pathway, caseId);
    for (const taskId of gone) {
      const { state } = await journal.load(taskOf(pathway), taskId);
      const command = keepingBack(state, caseId, wanted.get(taskId), on);
      if (command) await this.say(pathway, taskId, command.cause.eventId, dates, command);
    }
  }

  private async say(
    pathway: TaskPathway,
    taskId: string,
    trigger: string | undefined,
    { organisation }: DatesOfCase,
    command: KeepingCommand,
  ): Promise<void> {
    const { revision } = await this.parts.journal.load(taskOf(pathway), taskId);
    // The id follows from how the task stands: the same for all who see it so, another one after it was closed and is needed again.
    const commandId = idFrom('timer', taskId, command.type, revision);
    const context: CommandContext = {
      actor: actorOf('timers', organisation),
      commandId,
      correlationId: commandId,
      causationId: trigger,
    };
    await this.parts.send(keepTask.of({}, { pathway, taskId, what: command }, context));
  }
}

async function lastRevision(journal: Journal, { category }: Replayable, { caseId }: Nomination): Promise<number> {
  for await (const [last] of journal.store.read(streamOf(category, caseId), { backwards: true, limit: 1 }))
    return last?.revision ?? -1;
  return -1;
}
