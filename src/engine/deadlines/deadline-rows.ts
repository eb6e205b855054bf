// The rows of the deadlines of one case: every deadline reckoned anew from what has them.
import { canBeMissed, type Deadline } from '../../rules/deadline.js';
import { underChoices, type Choices } from '../../rules/chosen-settings.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import { deadlinesFor } from '../../rules/deadlines.js';
import { packByVersion } from '../../rules/packs.js';
import type { Statements } from '../processing/statements.js';
import { forceRank, never, ruleIdOf, type DeadlineRow } from './deadline-table.js';

/** What has deadlines in a case, under which pathway, and whom it is about: empty for what is about no one. */
export interface DeadlinesOfCase {
  readonly pathway: string;
  readonly personId: string;
  readonly subjects: readonly DeadlineSubject[];
}

/** `choices`: how the area and its authorities read the rules. The database is asked for the numbers of the rules and for nothing else. */
export const deadlineRows = (db: Statements, caseId: string, of: DeadlinesOfCase, choices: Choices): DeadlineRow[] =>
  underChoices(of.subjects, choices).flatMap((subject) =>
    deadlinesOf(subject).map((deadline) => rowOf(caseId, of, subject, deadline, ruleIdOf(db, deadline))),
  );

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

const isUntold = ({ untold, beganOn }: Deadline): boolean => untold === true && beganOn === undefined;

function rowOf(
  caseId: string,
  { pathway, personId }: DeadlinesOfCase,
  subject: DeadlineSubject,
  deadline: Deadline,
  ruleId: number,
): DeadlineRow {
  const { trigger, comparison } = deadline;
  return {
    case_id: caseId,
    subject_id: subject.id,
    scope: deadline.scope,
    key: deadline.key,
    valid_from: deadline.validFrom,
    valid_to: deadline.validTo ?? never,
    pathway,
    person_id: personId,
    subject_label: subject.label,
    rule_id: ruleId,
    force_rank: forceRank[deadline.force],
    is_task: canBeMissed(deadline.kind) && deadline.missed !== true && !isUntold(deadline),
    opens_on: deadline.opensOn,
    due_on: deadline.dueOn,
    began_on: deadline.beganOn ?? never,
    met_on: deadline.metOn ?? never,
    met_by: deadline.metBy,
    not_evidenced: deadline.notEvidenced ?? false,
    trigger_fact: trigger.fact,
    trigger_on: trigger.on,
    trigger_event: trigger.eventId,
    comparison_label: comparison?.label,
    comparison_due_on: comparison?.dueOn,
    untold: deadline.untold === true && deadline.missed !== true,
    lapses_on: deadline.lapsesOn ?? never,
    missed: canBeMissed(deadline.kind) && deadline.missed === true,
  };
}
