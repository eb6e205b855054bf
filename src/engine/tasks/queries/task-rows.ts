// The question behind every list of tasks, as of a date.
import { fullName } from '../../../kernel/full-name.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Asked } from '../../access/messages.js';
import { confirmDeath } from '../../processing/process-managers/said-to-have-died.js';
import { Conditions } from '../../processing/conditions.js';
import type { Statements } from '../../processing/statements.js';
import { never } from '../../deadlines/deadline-table.js';
import { onHold } from '../../deadlines/nothing-asked.js';
import type { TaskLine } from './task-page.js';
import { visibleTasks } from './visible-tasks.js';

export interface TaskFilter {
  readonly whose?: 'mine' | 'role' | 'all';
  readonly status?: 'open' | 'closed';
  readonly pathway?: string;
  readonly pathways?: readonly string[];
  readonly kind?: string;
  readonly personId?: string;
  readonly caseId?: string;
  readonly id?: string;
  readonly after?: readonly (string | number)[];
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly pathway: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly title: string;
  readonly rule: string;
  readonly role: string;
  readonly assignee: string | null;
  readonly due_on: CivilDate;
  readonly opened_on: CivilDate;
  readonly closed_on: CivilDate;
  readonly how: string | null;
  readonly cause_event: string;
  readonly cause_on: string;
  readonly revision: number;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly purpose: string | null;
  readonly recipient: string;
  readonly basis: string;
  readonly authorised_by: string;
  readonly from_on: CivilDate;
  readonly ends_on: CivilDate;
}

export function taskRows(db: Statements, filter: TaskFilter, { actor, asOf }: Asked, today: CivilDate): TaskLine[] {
  const asked = new Conditions();
  const visible = visibleTasks(actor, today);
  asked.add(visible.sql, ...visible.values);
  asked.add('t.opened_on <= ?', asOf);
  asked.add(filter.status === 'closed' ? 't.closed_on <= ?' : 't.closed_on > ?', asOf);
  // What is asked of somebody who is said to have died waits; one task that is asked for by itself is shown as it stands.
  if (filter.status !== 'closed' && filter.id === undefined)
    asked.add(`(t.kind = '${confirmDeath}' OR NOT ${onHold('t.person_id', '?')})`, asOf);
  // Of whoever was forgotten nothing more can be recorded, so nobody could ever call it done (REC-05).
  if (filter.status !== 'closed' && filter.id === undefined) asked.add('p.forgotten_on IS NULL');
  if (filter.whose === 'mine') asked.add('t.assignee = ?', actor.id);
  if (filter.whose === 'role')
    asked.add('(t.assignee = ? OR (t.assignee IS NULL AND t.role = ?))', actor.id, actor.role);
  if (filter.pathways) asked.among('t.pathway', filter.pathways);
  asked.add('t.pathway = ?', filter.pathway);
  asked.add('t.kind = ?', filter.kind);
  asked.add('t.person_id = ?', filter.personId);
  asked.add('t.case_id = ?', filter.caseId);
  asked.add('t.id = ?', filter.id);
  if (filter.after) asked.add('(t.due_on, t.id) > (?, ?)', ...filter.after);
  const rows = db.all<Row>(
    `SELECT t.*, p.given_name, p.family_name, o.purpose, o.recipient, o.basis, o.authorised_by, o.from_on, o.ends_on FROM task t
     LEFT JOIN young_person p ON p.id = t.person_id
     LEFT JOIN person_override o ON o.person_id = t.person_id AND o.event_id = t.cause_event
     WHERE ${asked.sql} ORDER BY t.due_on, t.id LIMIT ?`,
    ...asked.values,
    filter.limit,
  );
  return rows.map((row) => lineOf(row, asOf));
}

function lineOf(row: Row, asOf: CivilDate): TaskLine {
  const closed = row.closed_on <= asOf && row.closed_on !== never;
  return {
    id: row.id,
    pathway: row.pathway,
    caseId: row.case_id,
    personId: row.person_id,
    person: fullName(row),
    kind: row.kind,
    title: row.title,
    rule: row.rule,
    role: row.role,
    assignee: row.assignee,
    dueOn: row.due_on,
    daysLate: daysBetween(row.due_on, closed ? row.closed_on : asOf),
    openedOn: row.opened_on,
    closedOn: closed ? row.closed_on : null,
    how: closed ? row.how : null,
    cause: { event: row.cause_event, on: row.cause_on },
    override: row.purpose === null ? undefined : overrideOf(row, row.purpose),
    revision: row.revision,
  };
}

/** What its holders are told of an override (TRN-44). */
const overrideOf = (
  { recipient, basis, authorised_by, from_on, ends_on }: Row,
  purpose: string,
): TaskLine['override'] => ({ purpose, recipient, basis, authorisedBy: authorised_by, from: from_on, until: ends_on });
