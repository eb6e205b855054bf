// What is to be said of the tasks about a case's dates: pure, from the dates, the rules and the day.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { confirmDeath, deathDenied } from '../../processing/process-managers/said-to-have-died.js';
import type { WantedTask } from '../../processing/process-managers/process-manager.js';
import type { Deadline } from '../../../rules/deadline.js';
import type { KeepingCommand } from '../domain/commands.js';
import type { AboutDeadline, Task } from '../domain/state.js';
import type { DatesOfCase } from './open-dates.js';
import { fires, type TimerRule } from './timer-rules.js';

export interface Keeping {
  readonly taskId: string;
  /** The event that set the date. */
  readonly trigger: string;
  readonly command: Opening;
}

/** `onHold`: one record says that the person died, and nobody has confirmed it yet. */
export type HeldDates = DatesOfCase & { readonly onHold?: boolean };

type Opening = Extract<KeepingCommand, { type: 'Open' }>;

/**
 * The task that a rule wants on that day. One for each case, date and kind, whatever the subject is called: the review that nobody
 * has begun gets another id when it is opened, and stays the same date.
 */
export function keepingOpen(rule: TimerRule, caseId: string, dates: HeldDates, today: CivilDate): Keeping[] {
  const { kind, role } = rule;
  if (dates.died || dates.onHold) return [];
  return dates.open
    .filter((date) => fires(rule, date, today))
    .map(({ deadline }) => {
      const { rule: ruleId, title, scope, key, dueOn, trigger } = deadline;
      const about = { rule: ruleId, title, scope, key, dueOn };
      // The days of a holding message count from the day on which it was seen to be needed.
      const cause = { on: kind === 'reminder' ? trigger.on : today, eventId: trigger.eventId };
      return {
        taskId: idFrom('task', 'timer', kind, caseId, scope, key, dueOn),
        trigger: trigger.eventId,
        command: { type: 'Open', on: today, personId: dates.personId, caseId, kind, role, cause, deadline: about },
      };
    });
}

/** Settled by a step that was withdrawn since: the date is open again, and so is its reminder. */
export const keepingUnmet = ({ closed }: Task, opening: Opening): KeepingCommand =>
  closed?.how === 'fact' ? { type: 'Unsettle', on: opening.on, cause: opening.cause, days: opening.days } : opening;

/** What is to be said of a task that went with a death which nobody died: it is there again if it is still to be done. */
export function keepingBack(
  { opened, closed }: Task,
  caseId: string,
  wanted: WantedTask | undefined,
  on: CivilDate,
): Opening | undefined {
  if (!opened || closed?.how !== 'case-ended' || !wanted || wanted.settledBy) return undefined;
  const { personId, cause, days } = wanted;
  return { type: 'Open', on, caseId, personId, kind: opened.kind, role: opened.role, cause, days };
}

/** What is to be said of the task that asks a record again for a death which was confirmed and taken back. */
export function keepingDenied(
  { opened, closed }: Task,
  confirmation: Task | undefined,
  caseId: string,
  said: WantedTask | undefined,
  { personId, died, onHold, deathTakenBackBy: eventId }: HeldDates,
  today: CivilDate,
): KeepingCommand | undefined {
  const isOpen = opened !== undefined && closed === undefined;
  const stillSaid = said !== undefined && !said.settledBy && confirmation?.closed?.how === 'fact';
  if (!stillSaid) return isOpen ? { type: 'Withdraw', on: today, because: 'cause-withdrawn' } : undefined;
  if (isOpen || died || onHold || eventId === undefined) return undefined;
  const cause = { on: today, eventId };
  return { type: 'Open', on: today, caseId, personId, kind: deathDenied, role: said.role, cause };
}

/** What is to be said of an open task about a date: nothing as long as the date holds and nothing has met it. */
export function keepingTimer(
  { opened, closed }: Task,
  { open, all, died, diedBy, onHold }: Pick<HeldDates, 'open' | 'all' | 'died' | 'diedBy' | 'onHold'>,
  today: CivilDate,
): KeepingCommand | undefined {
  if (opened?.kind === confirmDeath)
    return !closed && died && diedBy !== undefined ? { type: 'Settle', on: today, byEventId: diedBy } : undefined;
  if (opened && !closed && (died || onHold)) return { type: 'Withdraw', on: today, because: 'case-ended' };
  const about = opened?.deadline;
  if (!about || closed || open.some(({ deadline }) => sameDate(deadline, about))) return undefined;
  const met = all.find((deadline) => sameDate(deadline, about) && deadline.metBy !== undefined);
  if (!met?.metBy)
    return { type: 'Withdraw', on: today, because: all.some(sameStep(about)) ? 'date-moved' : 'case-ended' };
  // A reminder has done its work; a holding message that was never sent was not done by the step itself.
  return opened.kind === 'reminder'
    ? { type: 'Settle', on: today, byEventId: met.metBy }
    : { type: 'Withdraw', on: today, because: 'overtaken' };
}

const sameDate = ({ scope, key, dueOn }: Deadline, about: AboutDeadline): boolean =>
  scope === about.scope && key === about.key && dueOn === about.dueOn;

/** The step is still to be done, by another date. */
const sameStep =
  (about: AboutDeadline) =>
  ({ scope, key, dueOn, validTo, metOn, missed }: Deadline): boolean =>
    scope === about.scope &&
    key === about.key &&
    dueOn !== about.dueOn &&
    validTo === undefined &&
    metOn === undefined &&
    missed !== true;
