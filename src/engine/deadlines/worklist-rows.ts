// The question behind every worklist: which deadlines hold on a date, for whom, ordered by legal risk.
import { pathwaysHere } from '../processing/case-types.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { Conditions } from '../processing/conditions.js';
import type { Statements } from '../processing/statements.js';
import { forceRank, metTask, openTask, stillAsked, taskThen } from './deadline-table.js';
import { confirmDeath } from '../processing/process-managers/said-to-have-died.js';
import { onHold } from './nothing-asked.js';
import { shown, type Found, type WorklistRow } from './worklist-row.js';

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
  readonly dueFrom?: CivilDate;
  readonly dueBefore?: CivilDate;
}

export type { WorklistRow } from './worklist-row.js';

export type Place = [number, string, string, string, string];

const columns = `d.pathway, d.case_id, d.person_id, d.subject_id, d.subject_label, d.scope, d.key, d.rule, d.title, d.kind, d.force, d.force_rank,
  d.source, d.opens_on, d.due_on, d.began_on, d.met_on, d.not_evidenced, d.trigger_fact, d.trigger_on, d.trigger_event,
  d.comparison_label, d.comparison_due_on, d.untold, d.lapses_on, p.given_name, p.family_name`;

/** Conditions with one place for the date each, or none. */
const statusSql: Readonly<Record<WorklistStatus, readonly string[]>> = {
  due: ['d.met_on > ?', 'd.due_on >= ?'],
  overdue: ['d.met_on > ?', 'd.due_on < ?', 'd.began_on <= ?'],
  absent: ['d.met_on > ?', 'd.due_on < ?', 'd.began_on > ?'],
  'met late': ['d.met_on <= ?', 'd.met_on > d.due_on AND d.due_on <= ?'],
  met: ['d.met_on <= ?', 'd.met_on <= d.due_on AND d.valid_from <= ?'],
};

/** A stretch of the index that is in the order of the list. */
interface Stretch {
  readonly pathway: string;
  /** Only where what is due later stands behind everything that is late, which would be passed over row by row. */
  readonly rank?: number;
}

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
  const wanted = pathwaysHere().filter(
    (one) => (filter.pathway ?? one) === one && (filter.pathways ?? [one]).includes(one),
  );
  // Of one person, one case or one worker there are few: they are gathered by their own index, and sorted.
  if (filter.personId !== undefined || filter.caseId !== undefined || filter.workerId !== undefined)
    return rowsOf(db, asOf, today, filter, { pathways: wanted }, limit + 1, after);
  const stretches: readonly Stretch[] = wanted.flatMap((pathway) =>
    filter.status === 'due' ? Object.values(forceRank).map((rank) => ({ pathway, rank })) : [{ pathway }],
  );
  return stretches
    .flatMap((stretch) => rowsOf(db, asOf, today, filter, stretch, limit + 1, after))
    .sort((a, b) => compare(a.place, b.place))
    .slice(0, limit + 1);
}

const compare = (a: Place, b: Place): number => {
  for (const [index, mine] of a.entries()) if (mine !== b[index]) return mine < b[index]! ? -1 : 1;
  return 0;
};

function rowsOf(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  filter: WorklistFilter,
  part: Stretch | { readonly pathways: readonly string[] },
  limit: number,
  after?: Place,
): { row: WorklistRow; place: Place }[] {
  const asked = new Conditions();
  const unmet = filter.status !== 'met' && filter.status !== 'met late';
  asked.add('d.valid_from <= ?', asOf);
  if (asOf >= today) asked.add(unmet ? openTask('d.') : metTask('d.'));
  else if (unmet) asked.add(taskThen('d.', '?'), asOf, asOf, asOf);
  else asked.add('d.is_task = 1 AND d.valid_to > ?', asOf);
  if (unmet) asked.add(stillAsked('d.', '?'), asOf);
  for (const condition of filter.status === undefined ? ['d.met_on > ?'] : statusSql[filter.status])
    asked.add(condition, asOf);
  // Nothing is asked of anybody for a child who has died, nor for a person who was forgotten: the same in `deadlines-on.ts`.
  if (unmet) asked.add('(p.died_on IS NULL OR p.died_on > ?) AND p.forgotten_on IS NULL', asOf);
  if (unmet) asked.add(`(d.key = '${confirmDeath}' OR NOT ${onHold('d.person_id', '?')})`, asOf);
  // The plus says: not by the index of a whole pathway.
  if ('pathways' in part) asked.among('+d.pathway', part.pathways);
  else {
    asked.add('d.pathway = ?', part.pathway);
    asked.add('d.force_rank = ?', part.rank);
  }
  asked.add('d.key = ?', filter.key);
  asked.add('d.force = ?', filter.force);
  asked.add('d.person_id = ?', filter.personId);
  asked.add('d.case_id = ?', filter.caseId);
  asked.add('d.due_on >= ?', filter.dueFrom);
  asked.add('d.due_on < ?', filter.dueBefore);
  asked.add(
    'd.person_id IN (SELECT w.person_id FROM named_worker w WHERE w.worker_id = ? AND w.from_on <= ? AND w.to_on > ?)',
    filter.workerId,
    asOf,
    asOf,
  );
  if (after) asked.add('(d.force_rank, d.due_on, d.case_id, d.subject_id, d.key) > (?, ?, ?, ?, ?)', ...after);
  const found = db.all<Found>(
    `SELECT ${columns} FROM deadline d LEFT JOIN young_person p ON p.id = d.person_id WHERE ${asked.sql}
     ORDER BY d.force_rank, d.due_on, d.case_id, d.subject_id, d.key LIMIT ?`,
    ...asked.values,
    limit,
  );
  return found.map((row) => ({
    row: shown(row, asOf),
    place: [row['force_rank'], row['due_on'], row['case_id'], row['subject_id'], row['key']] as Place,
  }));
}
