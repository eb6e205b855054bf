// The one table of deadlines, of every pathway. A slice replaces the rows of a case whenever its state changes.
import type { Deadline, Force } from '../rules/deadline.js';
import type { DeadlineSubject } from '../rules/deadline-subject.js';
import { deadlinesFor } from '../rules/deadlines.js';
import { packByVersion } from '../rules/packs.js';
import type { Statements, Value } from '../processing/statements.js';

/** "Not yet" and "still": greater than every real date, so that one comparison serves both. */
export const never = '9999-12-31';

/** What the law demands stands first in a worklist. */
export const forceRank: Readonly<Record<Force, number>> = { law: 1, national: 2, local: 3, practice: 4 };

export const deadlineTable = `
CREATE TABLE deadline (
  pathway TEXT NOT NULL, case_id TEXT NOT NULL, person_id TEXT NOT NULL, subject_id TEXT NOT NULL, subject_label TEXT NOT NULL,
  scope TEXT NOT NULL, key TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  rule TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, force TEXT NOT NULL, force_rank INTEGER NOT NULL, source TEXT NOT NULL,
  pack TEXT NOT NULL, pack_version INTEGER NOT NULL,
  opens_on TEXT, due_on TEXT NOT NULL, began_on TEXT NOT NULL, met_on TEXT NOT NULL, met_by TEXT, not_evidenced INTEGER NOT NULL,
  trigger_fact TEXT NOT NULL, trigger_on TEXT NOT NULL, trigger_event TEXT NOT NULL,
  comparison_label TEXT, comparison_due_on TEXT,
  PRIMARY KEY (case_id, subject_id, scope, key, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_open ON deadline (force_rank, due_on, case_id, subject_id, key) WHERE met_on = '${never}' AND valid_to = '${never}';
CREATE INDEX deadline_step ON deadline (pathway, key, met_on, due_on);
CREATE INDEX deadline_person ON deadline (person_id, due_on);`;

const columns =
  'pathway, case_id, person_id, subject_id, subject_label, scope, key, valid_from, valid_to, rule, title, kind, force, force_rank, source, ' +
  'pack, pack_version, opens_on, due_on, began_on, met_on, met_by, not_evidenced, trigger_fact, trigger_on, trigger_event, ' +
  'comparison_label, comparison_due_on';

const insert = `INSERT INTO deadline (${columns}) VALUES (${columns
  .split(', ')
  .map(() => '?')
  .join(', ')})`;

export interface CaseRef {
  readonly pathway: string;
  readonly caseId: string;
  readonly personId: string;
}

/** Reckons every deadline of a case anew and replaces its rows. Idempotent. */
export function replaceDeadlines(db: Statements, of: CaseRef, subjects: readonly DeadlineSubject[]): void {
  db.run('DELETE FROM deadline WHERE case_id = ?', of.caseId);
  for (const subject of subjects) {
    for (const deadline of deadlinesOf(subject)) db.run(insert, ...valuesOf(of, subject, deadline));
  }
}

export const deadlinesOf = ({ pack, packVersion, scope, facts, flags, settings }: DeadlineSubject): Deadline[] =>
  deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags, settings);

function valuesOf({ pathway, caseId, personId }: CaseRef, subject: DeadlineSubject, deadline: Deadline): Value[] {
  const { trigger, comparison } = deadline;
  return [
    pathway,
    caseId,
    personId,
    subject.id,
    subject.label,
    deadline.scope,
    deadline.key,
    deadline.validFrom,
    deadline.validTo ?? never,
    deadline.rule,
    deadline.title,
    deadline.kind,
    deadline.force,
    forceRank[deadline.force],
    deadline.source,
    deadline.pack,
    deadline.packVersion,
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
  ];
}
