// What a task offers to the rules: the fact that gave cause for it, under the rule of its kind. A reminder has no date of its own.
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import type { Fact } from '../../../rules/facts.js';
import { packByVersion } from '../../../rules/packs.js';
import { kindOf } from './kinds.js';
import { isDone, type Task } from './state.js';

export function taskSubjects(id: string, task: Task): DeadlineSubject[] {
  const { opened, closed, causes } = task;
  const setting = opened && kindOf(opened.kind).setting;
  if (!opened || setting === undefined) return [];
  const cause = causes.reduce<Fact | undefined>(
    (before, { on, eventId, since }) => ({ on, eventId, since, before }),
    undefined,
  );
  const facts = { cause, taken: task.taken, [isDone(task) ? 'done' : 'withdrawn']: closed };
  const settings = { [setting]: causes[causes.length - 1]?.days };
  const { pack, packVersion, kind } = opened;
  return [{ pack, packVersion, scope: 'task', id, label: 'task', facts, flags: { kind }, settings }];
}

/** The date by which it is to be done; for a kind without days of its own the date that it is about. */
export function dueOf({ opened, causes }: Task): CivilDate | undefined {
  const cause = causes[causes.length - 1];
  if (!opened || !cause) return undefined;
  return kindOf(opened.kind).setting === undefined ? opened.deadline?.dueOn : addDays(cause.on, cause.days);
}

export function titleOf({ opened }: Task): string {
  if (!opened) return '';
  const { kind, pack, packVersion, deadline } = opened;
  const words = packByVersion(pack, packVersion).rules.find(({ key }) => key === kind)?.title ?? 'Reminder';
  if (kind === 'term-lists-due') return deadline?.title ?? '';
  return deadline ? `${words}: ${deadline.title}` : words;
}

/** The rule that asks for it; for a reminder the rule of the date. */
export function ruleOf({ opened }: Task): string {
  const rules = opened ? packByVersion(opened.pack, opened.packVersion).rules : [];
  return rules.find(({ key }) => key === opened?.kind)?.id ?? opened?.deadline?.rule ?? '';
}
