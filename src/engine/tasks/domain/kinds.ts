// The kinds of tasks as data: whose they are, and which service standard says how many days there are. Parts bring further kinds.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { packInForce } from '../../../rules/packs.js';
import type { RulePack } from '../../../rules/rule-pack.js';
import { chosenNumber } from '../../../rules/settings.js';
import table from './kinds.json' with { type: 'json' };

/** Its words, its rule and its date stand in a rule pack, under the kind's name as key. */
export interface TaskKind {
  readonly role: string;
  /** The pathway of the rule pack that has it; none is that of the tasks that ship. */
  readonly pack?: string;
  /** Of that rule pack; a reminder, and the term lists, have the date of their deadline and no days of their own. */
  readonly setting?: string;
  /** Nobody calls it done: only what is recorded closes it. */
  readonly closedByFactsOnly?: boolean;
  /** It tells of something: nothing is left to do once it was read. */
  readonly doneByReading?: boolean;
}

export type TaskKinds = Readonly<Record<string, TaskKind>>;

let kinds: TaskKinds = table.kinds;

/** Said once where the whole is put together. Error at start: two kinds have one name. */
export function useTaskKinds(parts: readonly TaskKinds[]): void {
  const all = [table.kinds as TaskKinds, ...parts].flatMap((part) => Object.entries(part));
  const names = all.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two kinds of tasks are called ${twice}`);
  kinds = Object.fromEntries(all);
}

/** Every kind by its name. */
export const taskKinds = (): string[] => Object.keys(kinds);

/** Error: no part has brought this kind. */
export function kindOf(kind: string): TaskKind {
  const found = kinds[kind];
  if (!found) throw new Error(`No part knows a kind of task called ${kind}`);
  return found;
}

export const taskPackOn = (on: CivilDate, kind?: string): RulePack =>
  packInForce((kind === undefined ? undefined : kindOf(kind).pack) ?? 'tasks', on);

/** How many days there are for this kind, as the pack in force has it. */
export function daysFor(kind: string, on: CivilDate): number {
  const { setting } = kindOf(kind);
  return setting === undefined ? 0 : chosenNumber(taskPackOn(on, kind), setting, {});
}

/** For how many days after it happened a fact is news. */
export const newsForDays = (on: CivilDate): number => chosenNumber(taskPackOn(on), 'NEWS', {});
