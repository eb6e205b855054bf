// Whoever holds a case of a young person learns at once that something is shared of them without consent (TRN-44).
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Journal } from '../../../store/journal.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Clock } from '../../../kernel/clock.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { idFrom } from '../../../kernel/ids.js';
import { actorOf } from '../../processing/process-managers/introduce.js';
import type { ReadSide } from '../../processing/read-side.js';
import type { HeldCase, Replayable } from '../../processing/slice.js';
import type { Statements } from '../../processing/statements.js';
import { isSaidToHaveDied } from '../../deadlines/nothing-asked.js';
import type { UseCaseMessage } from '../../use-cases/use-case.js';
import { keepTask } from '../commands/keep-task.js';
import type { TaskPathway } from '../domain/codes.js';
import { taskOf } from '../domain/decide.js';
import { newsForDays } from '../domain/kinds.js';

interface Parts {
  readonly journal: Journal;
  readonly readSide: Pick<ReadSide, 'db'>;
  readonly clock: Clock;
  readonly cases: readonly Replayable[];
  /** Carries out a command, after asking the policy. */
  readonly send: (command: UseCaseMessage) => Promise<unknown>;
  /** Told of an override that could not be told of; the others go on. */
  readonly onTrouble?: (stream: string, error: unknown) => void;
}

interface Overridden {
  readonly eventId: string;
  readonly personId: string;
  readonly knownOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly responsible: string;
}

interface Desk extends HeldCase {
  readonly pathway: TaskPathway;
}

/**
 * Those that hold today, and those that were recorded lately though they have ended; not of the dead or the forgotten. One that ends
 * on its own day opens nothing: it is the end of another.
 */
const overridesSql = `SELECT o.event_id AS eventId, o.person_id AS personId, o.known_on AS knownOn, o.ends_on AS endsOn, p.responsible
  FROM person_override o JOIN young_person p ON p.id = o.person_id
  WHERE (o.ends_on > ?1 OR o.known_on >= ?2) AND o.until_on > o.from_on AND p.died_on IS NULL AND p.forgotten_on IS NULL
  ORDER BY o.known_on, o.event_id`;

export class OverrideTimer {
  constructor(private readonly parts: Parts) {}

  /** Whenever the lists have moved on. Twice is the same as once: the task's id follows from the override and whose desk it is. */
  async look(): Promise<void> {
    const { readSide, clock, onTrouble } = this.parts;
    const today = clock.today();
    const lately = addDays(today, -newsForDays(today));
    for (const overridden of readSide.db.all<Overridden>(overridesSql, today, lately)) {
      await nextTurn();
      try {
        if (!isSaidToHaveDied(readSide.db, overridden.personId, today)) await this.tell(overridden, today);
      } catch (error) {
        if (isOnwardError(error, 'store-unavailable')) throw error;
        onTrouble?.(`youngPerson ${overridden.personId}`, error);
      }
    }
  }

  private async tell(overridden: Overridden, today: CivilDate): Promise<void> {
    const { db } = this.parts.readSide;
    for (const desk of this.desksOf(db, overridden.personId, heldUntil(overridden, today))) {
      const taskId = idFrom('task', 'timer', 'override-to-read', overridden.eventId, desk.pathway, desk.role);
      if (!isTold(db, taskId)) await this.open(overridden, desk, taskId, today);
    }
  }

  /** One for each role on a pathway, however many cases it holds. */
  private desksOf(db: Statements, personId: string, day: CivilDate): readonly Desk[] {
    const found = new Map<string, Desk>();
    for (const { pathway, heldOn } of this.parts.cases)
      for (const held of heldOn?.(db, personId, day) ?? []) {
        const desk = `${pathway} ${held.role}`;
        if (!found.has(desk)) found.set(desk, { ...held, pathway: pathway as TaskPathway });
      }
    return [...found.values()];
  }

  private async open(
    { eventId, personId, knownOn, responsible }: Overridden,
    { pathway, caseId, role }: Desk,
    taskId: string,
    on: CivilDate,
  ): Promise<void> {
    const { journal, send } = this.parts;
    const { revision } = await journal.load(taskOf(pathway), taskId);
    // As with the other timers: the same for all who see the task so, another one after it was withdrawn and is needed again.
    const commandId = idFrom('timer', taskId, 'Open', revision);
    const actor = actorOf('timers', responsible);
    const context = { actor, commandId, correlationId: commandId, causationId: eventId };
    const about = { caseId, personId, kind: 'override-to-read', role, cause: { on: knownOn, eventId } } as const;
    await send(keepTask.of({}, { pathway, taskId, what: { type: 'Open', on, ...about } }, context));
  }
}

/** Whoever comes to hold a case after its end is told nothing; what was recorded only then is told to whoever held one that day. */
function heldUntil({ knownOn, endsOn }: Overridden, today: CivilDate): CivilDate {
  if (endsOn > today) return today;
  const lastDay = addDays(endsOn, -1);
  return lastDay > knownOn ? lastDay : knownOn;
}

/** What went with a death that was taken back is told again. */
const isTold = (db: Statements, taskId: string): boolean =>
  db.get(`SELECT 1 AS told FROM task WHERE id = ? AND how IS NOT 'case-ended'`, taskId) !== undefined;
