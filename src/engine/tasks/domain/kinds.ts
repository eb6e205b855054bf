// The kinds of tasks as data: whose they are, and which service standard says how many days there are.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { packInForce } from '../../../rules/packs.js';
import type { RulePack } from '../../../rules/rule-pack.js';
import { chosenNumber } from '../../../rules/settings.js';
import type { TaskKind } from './codes.js';
import table from './kinds.json' with { type: 'json' };

interface Kind {
  readonly role: string;
  /** Of the rule pack of tasks; a reminder, and the term lists, have the date of their deadline and no days of their own. */
  readonly setting?: string;
  /** Nobody calls it done: only what is recorded closes it. */
  readonly closedByFactsOnly?: boolean;
  /** It tells of something: nothing is left to do once it was read. */
  readonly doneByReading?: boolean;
}

const kinds: Readonly<Record<TaskKind, Kind>> = table.kinds;

export const kindOf = (kind: TaskKind): Kind => kinds[kind];

export const taskPackOn = (on: CivilDate): RulePack => packInForce('tasks', on);

/** How many days there are for this kind, as the pack in force has it. */
export function daysFor(kind: TaskKind, on: CivilDate): number {
  const { setting } = kindOf(kind);
  return setting === undefined ? 0 : chosenNumber(taskPackOn(on), setting, {});
}

/** For how many days after it happened a fact is news. */
export const newsForDays = (on: CivilDate): number => chosenNumber(taskPackOn(on), 'NEWS', {});
