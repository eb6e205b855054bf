// A task as deciding and showing need it: nothing personal.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { WithdrawnBecause } from './codes.js';
import type { TaskEvent } from './events.js';

/** From when on this cause counts, and the days from it to the due date. */
export interface Cause {
  readonly on: CivilDate;
  readonly eventId: string;
  readonly days: number;
  readonly since: CivilDate;
}

/** The date of the case that a reminder or a holding message is about. */
export interface AboutDeadline {
  readonly rule: string;
  readonly title: string;
  readonly scope: string;
  readonly key: string;
  readonly dueOn: CivilDate;
}

export interface Opened {
  readonly on: CivilDate;
  readonly personId?: string;
  readonly caseId: string;
  readonly kind: string;
  readonly role: string;
  readonly pack: string;
  readonly packVersion: number;
  readonly deadline?: AboutDeadline;
}

export interface Closed {
  readonly on: CivilDate;
  readonly eventId: string;
  readonly how: 'person' | 'fact' | WithdrawnBecause;
}

export interface Task {
  readonly opened?: Opened;
  /** Every cause it ever had, in order; the last one counts. */
  readonly causes: readonly Cause[];
  readonly assignee?: string;
  /** Somebody began. */
  readonly taken?: { readonly on: CivilDate; readonly eventId: string };
  readonly closed?: Closed;
}

export const initial: Task = { causes: [] };

export const isDone = ({ closed }: Task): boolean => closed?.how === 'person' || closed?.how === 'fact';

export function evolve(task: Task, event: TaskEvent): Task {
  const { occurredOn: on, id: eventId } = event;
  switch (event.type) {
    case 'TaskOpened': {
      const { personId, caseId, kind, role, pack, deadline } = event.data;
      const opened = { on, personId, caseId, kind, role, pack: pack.pack, packVersion: pack.version, deadline };
      return { opened, causes: [causeOf(event.data, on)] };
    }
    case 'TaskDueMoved':
      return { ...task, causes: [...task.causes, causeOf(event.data, on)] };
    case 'TaskTaken':
      return { ...task, assignee: event.data.assignee, taken: task.taken ?? { on, eventId } };
    case 'TaskDone':
      return { ...task, closed: { on, eventId, how: event.data.by } };
    case 'TaskWithdrawn':
      return { ...task, closed: { on, eventId, how: event.data.because } };
    case 'TaskReopened':
      return { ...task, causes: [...task.causes, causeOf(event.data, on)], closed: undefined };
  }
}

const causeOf = (
  { causeEventId, causeOn, days }: { causeEventId: string; causeOn: CivilDate; days: number },
  since: CivilDate,
): Cause => ({ on: causeOn, eventId: causeEventId, days, since });
