// The one table of deadlines, of every pathway. A slice replaces the rows of a case whenever its state changes.
import { canBeMissed, type Deadline, type Force } from '../../rules/deadline.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import { deadlinesFor } from '../../rules/deadlines.js';
import { allRules } from '../../rules/all-rules.js';
import { underChoices } from '../../rules/chosen-settings.js';
import { allPacks, packByVersion } from '../../rules/packs.js';
import { choicesIn } from '../settings/setting-table.js';
import { confirmDeath } from '../processing/process-managers/said-to-have-died.js';
import type { Statements, Value } from '../processing/statements.js';

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
 * What all deadlines of one rule share stands once in `deadline_rule`; `deadline` shows both as one table, and looks a rule up for each row
 * (CROSS JOIN): begun from the rules, a worklist would gather every row before the first is shown. Index by index: a worklist in its order, the
 * tasks of some people, those that hold or were begun only after a day (tasks-on.ts corrects the counts by them), and what was done.
 */
export const deadlineTable = `
CREATE TABLE deadline_rule (
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, pack_version INTEGER NOT NULL, rule_scope TEXT NOT NULL, rule_key TEXT NOT NULL,
  rule TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, force TEXT NOT NULL, source TEXT NOT NULL,
  UNIQUE (pack, pack_version, rule_scope, rule_key)
) STRICT;
CREATE TABLE deadline_row (
  case_id TEXT NOT NULL, subject_id TEXT NOT NULL, scope TEXT NOT NULL, key TEXT NOT NULL, valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL, pathway TEXT NOT NULL, person_id TEXT NOT NULL, subject_label TEXT NOT NULL,
  rule_id INTEGER NOT NULL, force_rank INTEGER NOT NULL, is_task INTEGER NOT NULL,
  opens_on TEXT, due_on TEXT NOT NULL, began_on TEXT NOT NULL, met_on TEXT NOT NULL, met_by TEXT, not_evidenced INTEGER NOT NULL,
  trigger_fact TEXT NOT NULL, trigger_on TEXT NOT NULL, trigger_event TEXT NOT NULL,
  comparison_label TEXT, comparison_due_on TEXT, untold INTEGER NOT NULL, lapses_on TEXT NOT NULL, missed INTEGER NOT NULL,
  PRIMARY KEY (case_id, subject_id, scope, key, valid_from)
) STRICT, WITHOUT ROWID;
CREATE VIEW deadline AS SELECT w.*, r.pack, r.pack_version, r.rule, r.title, r.kind, r.force, r.source
  FROM deadline_row w CROSS JOIN deadline_rule r ON r.id = w.rule_id;
CREATE INDEX deadline_open ON deadline_row (pathway, force_rank, due_on, case_id, subject_id, key) WHERE ${openTask('')};
CREATE INDEX deadline_open_person ON deadline_row (person_id, due_on) WHERE ${openTask('')};
CREATE INDEX deadline_open_from ON deadline_row (valid_from) WHERE ${openTask('')};
CREATE INDEX deadline_open_begun ON deadline_row (began_on) WHERE ${openTask('')} AND began_on < '${never}';
CREATE INDEX deadline_open_lapses ON deadline_row (lapses_on) WHERE ${openTask('')} AND lapses_on < '${never}';
CREATE INDEX deadline_untold ON deadline_row (pathway, force_rank, due_on, case_id, subject_id, key) WHERE ${untoldTask('')};
CREATE INDEX deadline_missed ON deadline_row (pathway, force_rank, due_on, case_id, subject_id, key) WHERE ${missedTask('')};
CREATE INDEX deadline_met ON deadline_row (pathway, force_rank, due_on, case_id, subject_id, key) WHERE ${metTask('')} AND met_on <= due_on;
CREATE INDEX deadline_met_late ON deadline_row (pathway, force_rank, due_on, case_id, subject_id, key) WHERE ${metTask('')} AND met_on > due_on;
CREATE INDEX deadline_step ON deadline_row (pathway, key, due_on);
CREATE INDEX deadline_person ON deadline_row (person_id, due_on);
CREATE INDEX deadline_said_dead ON deadline_row (person_id) WHERE key = '${confirmDeath}';
CREATE INDEX deadline_risk_higher ON deadline_row (person_id) WHERE key = 'risk-higher';`;

export interface CaseRef {
  readonly pathway: string;
  readonly caseId: string;
  readonly personId: string;
}

/** Reckons every deadline of a case anew and makes its rows so. Idempotent. */
export function replaceDeadlines(db: Statements, of: CaseRef, subjects: readonly DeadlineSubject[]): void {
  const wanted = underChoices(subjects, choicesIn(db)).flatMap((subject) =>
    deadlinesOf(subject).map((deadline) => rowOf(of, subject, deadline, ruleIdOf(db, deadline))),
  );
  db.replace('deadline_row', of.caseId, wanted);
}

/** Held only from a day on, a case has no date before it, whatever its history says. */
export function deadlinesOf({
  pack,
  packVersion,
  scope,
  facts,
  flags,
  settings,
  heldFrom,
}: DeadlineSubject): Deadline[] {
  const deadlines = deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags, settings);
  if (heldFrom === undefined) return deadlines;
  return deadlines
    .filter(({ validTo }) => validTo === undefined || validTo > heldFrom)
    .map((deadline) => (deadline.validFrom < heldFrom ? { ...deadline, validFrom: heldFrom } : deadline));
}

/** A database forgets with its `Statements` what a rollback undid, and this goes with it. */
const ruleIds = new WeakMap<Statements, Map<string, number>>();

type RuleOfPack = Pick<
  Deadline,
  'pack' | 'packVersion' | 'scope' | 'key' | 'rule' | 'title' | 'kind' | 'force' | 'source'
>;

function ruleIdOf(db: Statements, rule: RuleOfPack): number {
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

const isUntold = ({ untold, beganOn }: Deadline): boolean => untold === true && beganOn === undefined;

function rowOf(
  { pathway, caseId, personId }: CaseRef,
  subject: DeadlineSubject,
  deadline: Deadline,
  ruleId: number,
): Value[] {
  const { trigger, comparison } = deadline;
  return [
    caseId,
    subject.id,
    deadline.scope,
    deadline.key,
    deadline.validFrom,
    deadline.validTo ?? never,
    pathway,
    personId,
    subject.label,
    ruleId,
    forceRank[deadline.force],
    canBeMissed(deadline.kind) && deadline.missed !== true && !isUntold(deadline) ? 1 : 0,
    deadline.opensOn ?? null,
    deadline.dueOn,
    deadline.beganOn ?? never,
    deadline.metOn ?? never,
    deadline.metBy ?? null,
    deadline.notEvidenced ? 1 : 0,
    trigger.fact,
    trigger.on,
    trigger.eventId,
    comparison?.label ?? null,
    comparison?.dueOn ?? null,
    deadline.untold === true && deadline.missed !== true ? 1 : 0,
    deadline.lapsesOn ?? never,
    canBeMissed(deadline.kind) && deadline.missed === true ? 1 : 0,
  ];
}
