// The question behind the SEND worklist: open deadlines of EHC plans, the law's first, the oldest first within it.
import { academicYearOf, type CivilDate } from '../../kernel/calendar/index.js';
import type { Statements, Value } from '../../processing/statements.js';
import { openTask } from '../../worklist/deadline-table.js';
import { nothingAsked } from '../../worklist/nothing-asked.js';
import { shown, type Found, type WorklistRow } from '../../worklist/worklist-row.js';
import { worklistConditions, type ReviewWorklistQuery } from './review-worklist-query.js';

export type Place = readonly [forceRank: number, dueOn: string, planId: string, subjectId: string, key: string];

export interface ReviewWorklistRow extends WorklistRow {
  readonly yearGroup: number | null;
  readonly placement: string | null;
  readonly school: string | null;
  readonly officer: string | null;
}

const columns = `d.pathway, d.case_id, d.person_id, d.subject_id, d.subject_label, d.scope, d.key, d.rule, d.title, d.kind, d.force, d.force_rank,
  d.source, d.opens_on, d.due_on, d.began_on, d.met_on, d.not_evidenced, d.trigger_fact, d.trigger_on, d.trigger_event,
  d.comparison_label, d.comparison_due_on, y.given_name, y.family_name, p.cohort`;

const placed = (
  column: string,
): string => `(SELECT x.${column} FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.from_on <= ?1 AND x.to_on >= ?1
  ORDER BY x.place_rank, x.from_on DESC LIMIT 1)`;
const officer = `(SELECT w.name FROM named_worker w WHERE w.person_id = d.person_id AND w.role = 'send-officer' AND w.from_on <= ?1 AND w.to_on > ?1
  ORDER BY w.from_on DESC LIMIT 1)`;

export function reviewWorklistRows(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  query: ReviewWorklistQuery,
  limit: number,
  after?: Place,
): { row: ReviewWorklistRow; place: Place }[] {
  const where: string[] = [`d.pathway = 'ehc' AND d.valid_from <= ?1`];
  const values: Value[] = [asOf];
  const add = (sql: string, ...given: readonly Value[]): void => {
    where.push(sql);
    values.push(...given);
  };
  add(`NOT ${nothingAsked('d.person_id', '?1')}`);
  // The index of open tasks has the list's order, so a page costs a page however many plans there are.
  if (asOf >= today) add(openTask('d.'));
  else add('d.is_task = 1 AND d.met_on > ?1 AND d.valid_to > ?1');
  for (const [sql, ...given] of worklistConditions(query, asOf)) add(sql, ...given);
  if (after) add('(d.force_rank, d.due_on, d.case_id, d.subject_id, d.key) > (?, ?, ?, ?, ?)', ...after);
  const sql = `SELECT ${columns}, ${placed('kind')} AS placement, ${placed('urn')} AS urn, ${officer} AS officer
    FROM deadline d JOIN ehc_plan p ON p.id = d.case_id JOIN young_person y ON y.id = d.person_id
    WHERE ${where.join(' AND ')} ORDER BY d.force_rank, d.due_on, d.case_id, d.subject_id, d.key LIMIT ?`;
  return db.all<Found>(sql, ...values, limit).map((found) => ({
    row: {
      ...shown(found, asOf),
      yearGroup:
        found['cohort'] === null ? null : Number(academicYearOf(asOf).from.slice(0, 4)) - Number(found['cohort']),
      placement: found['placement'] as string | null,
      school: found['urn'] as string | null,
      officer: found['officer'] as string | null,
    },
    place: [found['force_rank'], found['due_on'], found['case_id'], found['subject_id'], found['key']] as Place,
  }));
}
