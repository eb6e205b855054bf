// The question behind every worklist: which deadlines hold on a date, for whom, ordered by legal risk.
import type { CivilDate } from '../kernel/calendar/index.js';
import { daysBetween } from '../kernel/calendar/index.js';
import type { Statements, Value } from '../processing/statements.js';
import { statusOn, type Kind, type Status } from '../rules/deadline.js';
import { never } from './deadline-table.js';

export const worklistStatuses = ['due', 'overdue', 'absent', 'met late', 'met'] as const;
export type WorklistStatus = (typeof worklistStatuses)[number];

export interface WorklistFilter {
  readonly pathway?: string;
  /** Those that whoever asks may see; all when left out. */
  readonly pathways?: readonly string[];
  readonly status?: WorklistStatus;
  readonly key?: string;
  readonly force?: string;
  readonly personId?: string;
  readonly caseId?: string;
  /** Id of a named worker of the person. */
  readonly workerId?: string;
  readonly dueBefore?: CivilDate;
}

export interface WorklistRow {
  readonly pathway: string;
  readonly caseId: string;
  readonly personId: string;
  readonly person: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly scope: string;
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly force: string;
  readonly source: string;
  readonly kind: string;
  /** First day of a window. */
  readonly opensOn: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly status: Status;
  /** Days past the due date; negative while there is time. */
  readonly daysLate: number;
  readonly metOn: CivilDate | null;
  readonly notEvidenced: boolean;
  readonly trigger: { readonly fact: string; readonly on: CivilDate; readonly event: string };
  readonly otherReading: { readonly label: string; readonly dueOn: CivilDate } | null;
}

export type Place = [number, string, string, string, string];

interface Found {
  [column: string]: Value;
}

const columns = `d.pathway, d.case_id, d.person_id, d.subject_id, d.subject_label, d.scope, d.key, d.rule, d.title, d.kind, d.force, d.force_rank,
  d.source, d.opens_on, d.due_on, d.began_on, d.met_on, d.not_evidenced, d.trigger_fact, d.trigger_on, d.trigger_event,
  d.comparison_label, d.comparison_due_on, p.given_name, p.family_name`;

/** What may be shown as a task: periods run out by themselves, bars only say "not before". */
const tasks = `d.kind IN ('deadline', 'target', 'window')`;

/** Conditions with one place for the date each, or none. */
const statusSql: Readonly<Record<WorklistStatus, readonly string[]>> = {
  due: ['d.met_on > ?', 'd.due_on >= ?'],
  overdue: ['d.met_on > ?', 'd.due_on < ?', 'd.began_on <= ?'],
  absent: ['d.met_on > ?', 'd.due_on < ?', 'd.began_on > ?'],
  'met late': ['d.met_on <= ?', 'd.met_on > d.due_on AND d.due_on <= ?'],
  met: ['d.met_on <= ?', 'd.met_on <= d.due_on AND d.valid_from <= ?'],
};

/**
 * Deadlines that held at the end of the day `asOf`, the law's first, the oldest first within it; unmet ones unless a status asks for more.
 * `today` lets the usual question use the index of open deadlines: nothing is recorded beyond it.
 */
export function worklistRows(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  filter: WorklistFilter,
  limit: number,
  after?: Place,
): { row: WorklistRow; place: Place }[] {
  const where: string[] = [];
  const values: Value[] = [];
  const add = (sql: string, ...given: readonly (Value | undefined)[]) => {
    if (given.includes(undefined)) return;
    where.push(sql);
    values.push(...(given as Value[]));
  };
  const unmet = filter.status !== 'met' && filter.status !== 'met late';
  add(tasks);
  add('d.valid_from <= ?', asOf);
  if (asOf >= today && unmet) add(`d.met_on = '${never}' AND d.valid_to = '${never}'`);
  else add('d.valid_to > ?', asOf);
  for (const condition of filter.status === undefined ? ['d.met_on > ?'] : statusSql[filter.status])
    add(condition, asOf);
  add('d.pathway = ?', filter.pathway);
  if (filter.pathways) add(`d.pathway IN (${filter.pathways.map(() => '?').join(', ')})`, ...filter.pathways);
  add('d.key = ?', filter.key);
  add('d.force = ?', filter.force);
  add('d.person_id = ?', filter.personId);
  add('d.case_id = ?', filter.caseId);
  add('d.due_on < ?', filter.dueBefore);
  add(
    'EXISTS (SELECT 1 FROM named_worker w WHERE w.person_id = d.person_id AND w.worker_id = ? AND w.from_on <= ? AND w.to_on > ?)',
    filter.workerId,
    asOf,
    asOf,
  );
  if (after) add('(d.force_rank, d.due_on, d.case_id, d.subject_id, d.key) > (?, ?, ?, ?, ?)', ...after);
  const found = db.all<Found>(
    `SELECT ${columns} FROM deadline d JOIN young_person p ON p.id = d.person_id WHERE ${where.join(' AND ')}
     ORDER BY d.force_rank, d.due_on, d.case_id, d.subject_id, d.key LIMIT ?`,
    ...values,
    limit + 1,
  );
  return found.map((row) => ({
    row: shown(row, asOf),
    place: [row['force_rank'], row['due_on'], row['case_id'], row['subject_id'], row['key']] as Place,
  }));
}

function shown(found: Found, asOf: CivilDate): WorklistRow {
  const text = (column: string) => found[column] as string;
  const date = (column: string) => found[column] as CivilDate;
  const optional = (column: string) => (found[column] === never || found[column] === null ? undefined : date(column));
  const metOn = optional('met_on');
  return {
    pathway: text('pathway'),
    caseId: text('case_id'),
    personId: text('person_id'),
    person: `${text('given_name')} ${text('family_name')}`,
    subjectId: text('subject_id'),
    subject: text('subject_label'),
    scope: text('scope'),
    key: text('key'),
    rule: text('rule'),
    title: text('title'),
    force: text('force'),
    source: text('source'),
    kind: text('kind'),
    opensOn: optional('opens_on') ?? null,
    dueOn: date('due_on'),
    status: statusOn(
      {
        kind: found['kind'] as Kind,
        dueOn: date('due_on'),
        opensOn: optional('opens_on'),
        metOn,
        beganOn: optional('began_on'),
      },
      asOf,
    ),
    daysLate: daysBetween(date('due_on'), metOn !== undefined && metOn <= asOf ? metOn : asOf),
    metOn: metOn !== undefined && metOn <= asOf ? metOn : null,
    notEvidenced: found['not_evidenced'] === 1,
    trigger: { fact: text('trigger_fact'), on: date('trigger_on'), event: text('trigger_event') },
    otherReading:
      found['comparison_due_on'] === null
        ? null
        : { label: text('comparison_label'), dueOn: date('comparison_due_on') },
  };
}
