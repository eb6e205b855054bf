// The one table of deadlines, of every pathway, in the words of its questions, with the count of open tasks that is kept of it.
import type { Deadline, Force } from '../../rules/deadline.js';
import { allRules } from '../../rules/all-rules.js';
import { allPacks } from '../../rules/packs.js';
import { keptCount, movedBy } from '../processing/kept-count.js';
import { confirmDeath } from '../processing/process-managers/said-to-have-died.js';
import type { Statements } from '../processing/statements.js';
import { table, view, type Definition, type RowOf } from '../processing/table.js';
import { goneForGood } from './nothing-asked.js';

/** "Not yet" and "still": greater than every real date, so that one comparison serves both. */
export const never = '9999-12-31';

/** What the law demands stands first in a worklist. */
export const forceRank: Readonly<Record<Force, number>> = { law: 1, national: 2, local: 3, practice: 4 };

/**
 * What may be shown as a task (`is_task`): periods run out by themselves, bars only say "not before", and what was missed can no longer be done.
 * As the indexes of open tasks have it, word for word: a question that says it otherwise reads every deadline there ever was.
 * `d` is the table's name with a full stop, or nothing.
 */
export const openTask = (d: 'd.' | ''): string =>
  `${d}met_on = '${never}' AND ${d}valid_to = '${never}' AND ${d}is_task = 1`;
/** What only a return could have told, and nothing is recorded of here. */
export const untoldTask = (d: 'd.' | ''): string =>
  `${d}met_on = '${never}' AND ${d}valid_to = '${never}' AND ${d}is_task = 0 AND ${d}untold = 1`;
/** What was late when it came to be that it can no longer be done: to be seen, and asked of nobody. */
export const missedTask = (d: 'd.' | ''): string =>
  `${d}met_on = '${never}' AND ${d}valid_to = '${never}' AND ${d}is_task = 0 AND ${d}missed = 1`;
export const metTask = (d: 'd.' | ''): string =>
  `${d}met_on < '${never}' AND ${d}valid_to = '${never}' AND ${d}is_task = 1`;

/** Not a day on which nothing is asked any more. `day` is a placeholder for the day asked for. */
export const stillAsked = (d: 'd.' | '', day: string): string => `${d}lapses_on > ${day}`;

/** For a day that is past: what was a task on it. Of what a return is silent about, nothing was asked before something was recorded here. */
export const taskThen = (d: 'd.' | '', day: string): string =>
  `${d}is_task = 1 AND ${d}met_on > ${day} AND ${d}valid_to > ${day} AND (${d}untold = 0 OR ${d}began_on <= ${day})`;

/**
 * How many tasks are open, by the day on which they are due; `begun` once anything on record shows it. A count then reads days and not people.
 * It knows no day: what it says of one is put right by the few rows whose dates lie ahead (tasks-on.ts). Whoever died or was forgotten is left out.
 */
export const taskCount = keptCount(
  'task_count',
  { pathway: 'text', key: 'text', due_on: 'text', begun: 'whole' },
  'tasks',
  (where) => `SELECT d.pathway, d.key, d.due_on, d.began_on < '${never}', count(*) FROM deadline_row d
    WHERE ${openTask('d.')} AND NOT ${goneForGood('d.person_id')} ${where} GROUP BY 1, 2, 3, 4`,
);

/** A death, its correction and a forgetting take all tasks of a person out, or bring them back: for the rows of people. */
export const tasksOfPerson = movedBy(taskCount, 'id', 'd.person_id');

/** What all deadlines of one rule share, once. */
export const deadlineRule: Definition = {
  name: 'deadline_rule',
  create: `CREATE TABLE deadline_rule (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, pack_version INTEGER NOT NULL, rule_scope TEXT NOT NULL, rule_key TEXT NOT NULL,
  rule TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, force TEXT NOT NULL, source TEXT NOT NULL,
  UNIQUE (pack, pack_version, rule_scope, rule_key)
) STRICT;`,
  indexes: [],
};

const inListOrder = '(pathway, force_rank, due_on, case_id, subject_id, key)';

/**
 * Index by index: a worklist in its order, the tasks of some people, those that hold or were begun only after a day (tasks-on.ts corrects the
 * counts by them), and what was done.
 */
export const deadlineRow = table(
  'deadline_row',
  {
    case_id: 'text',
    subject_id: 'text',
    scope: 'text',
    key: 'text',
    valid_from: 'text',
    valid_to: 'text',
    pathway: 'text',
    person_id: 'text',
    subject_label: 'text',
    rule_id: 'whole',
    force_rank: 'whole',
    is_task: 'flag',
    opens_on: 'text?',
    due_on: 'text',
    began_on: 'text',
    met_on: 'text',
    met_by: 'text?',
    not_evidenced: 'flag',
    trigger_fact: 'text',
    trigger_on: 'text',
    trigger_event: 'text',
    comparison_label: 'text?',
    comparison_due_on: 'text?',
    untold: 'flag',
    lapses_on: 'text',
    missed: 'flag',
  },
  {
    key: ['case_id', 'subject_id', 'scope', 'key', 'valid_from'],
    indexes: {
      deadline_open: `${inListOrder} WHERE ${openTask('')}`,
      deadline_open_person: `(person_id, due_on) WHERE ${openTask('')}`,
      deadline_open_from: `(valid_from) WHERE ${openTask('')}`,
      deadline_open_begun: `(began_on) WHERE ${openTask('')} AND began_on < '${never}'`,
      deadline_open_lapses: `(lapses_on) WHERE ${openTask('')} AND lapses_on < '${never}'`,
      deadline_untold: `${inListOrder} WHERE ${untoldTask('')}`,
      deadline_missed: `${inListOrder} WHERE ${missedTask('')}`,
      deadline_met: `${inListOrder} WHERE ${metTask('')} AND met_on <= due_on`,
      deadline_met_late: `${inListOrder} WHERE ${metTask('')} AND met_on > due_on`,
      deadline_step: '(pathway, key, due_on)',
      deadline_person: '(person_id, due_on)',
      deadline_said_dead: `(person_id) WHERE key = '${confirmDeath}'`,
      deadline_risk_higher: "(person_id) WHERE key = 'risk-higher'",
    },
    shared: true,
    published: true,
    moves: [movedBy(taskCount, 'case_id', 'd.case_id')],
  },
);
export type DeadlineRow = RowOf<typeof deadlineRow>;

/** Both as one. Begun from the rules, a worklist would gather every row before the first is shown: a rule is looked up for each row (CROSS JOIN). */
export const deadlines = view(
  'deadline',
  `SELECT w.*, r.pack, r.pack_version, r.rule, r.title, r.kind, r.force, r.source
  FROM deadline_row w CROSS JOIN deadline_rule r ON r.id = w.rule_id`,
  { published: true },
);

/** A database forgets with its `Statements` what a rollback undid, and this goes with it. */
const ruleIds = new WeakMap<Statements, Map<string, number>>();

type RuleOfPack = Pick<
  Deadline,
  'pack' | 'packVersion' | 'scope' | 'key' | 'rule' | 'title' | 'kind' | 'force' | 'source'
>;

export function ruleIdOf(db: Statements, rule: RuleOfPack): number {
  let known = ruleIds.get(db);
  if (!known) ruleIds.set(db, (known = new Map<string, number>()));
  const { pack, packVersion, scope, key } = rule;
  const name = `${pack} ${packVersion} ${scope} ${key}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  insertRule(db, rule);
  const sql = 'SELECT id FROM deadline_rule WHERE pack = ? AND pack_version = ? AND rule_scope = ? AND rule_key = ?';
  const id = db.get<{ id: number }>(sql, pack, packVersion, scope, key)?.id ?? 0;
  known.set(name, id);
  return id;
}

function insertRule(
  db: Statements,
  { pack, packVersion, scope, key, rule, title, kind, force, source }: RuleOfPack,
): void {
  db.run(
    'INSERT OR IGNORE INTO deadline_rule (pack, pack_version, rule_scope, rule_key, rule, title, kind, force, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    pack,
    packVersion,
    scope,
    key,
    rule,
    title,
    kind,
    force,
    source,
  );
}

/** Every rule of every pack, in their order: so a rule has the same number in each file. */
export function insertRules(db: Statements): void {
  for (const pack of allPacks())
    for (const { id, kind = 'deadline', ...rule } of allRules(pack))
      insertRule(db, { ...rule, rule: id, kind, pack: pack.pack, packVersion: pack.version });
}
