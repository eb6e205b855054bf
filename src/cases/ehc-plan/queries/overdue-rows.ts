// The question behind the list of overdue reviews: deadlines of reviews that were past and unmet at the end of a day.
import { fullName } from '../../../kernel/full-name.js';
import { academicYearOf, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { Conditions } from '../../../engine/processing/conditions.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { statusOn, type Kind } from '../../../rules/index.js';
import { never, openTask, stillAsked, taskThen } from '../../../engine/deadlines/deadline-table.js';
import { conditionsOf, type OverdueReviewsQuery } from './overdue-filter.js';
import type { OverdueReview } from './overdue-view.js';
import { nothingAskedOf } from '../../../engine/deadlines/nothing-asked.js';

export type Place = [dueOn: string, planId: string, cycleId: string, key: string];

interface Found extends Row {
  readonly case_id: string;
  readonly person_id: string;
  readonly subject_id: string;
  readonly subject_label: string;
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly force: string;
  readonly source: string;
  readonly kind: string;
  readonly due_on: string;
  readonly began_on: string;
  readonly cohort: number | null;
  readonly given_name: string;
  readonly family_name: string;
  readonly placement: string | null;
}

const columns = `d.case_id, d.person_id, d.subject_id, d.subject_label, d.key, d.rule, d.title, d.force, d.source, d.kind, d.due_on,
  d.began_on, p.cohort, y.given_name, y.family_name`;

const placementOn = `(SELECT x.kind FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.from_on <= ? AND x.to_on >= ?
  ORDER BY x.place_rank, x.from_on DESC LIMIT 1) AS placement`;

export interface Overdue {
  readonly review: OverdueReview;
  readonly place: Place;
}

/** `today` lets the usual question use the index of what is unmet: nothing is recorded beyond it. */
export function overdueReviews(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  query: OverdueReviewsQuery,
  limit: number,
  after?: Place,
): Overdue[] {
  const asked = new Conditions(asOf, asOf).add(`d.pathway = 'ehc' AND d.scope = 'cycle' AND d.is_task = 1`);
  if (asOf >= today) asked.add(openTask('d.'));
  else asked.add(taskThen('d.', '?'), asOf, asOf, asOf);
  asked.add(`d.valid_from <= ? AND d.due_on < ? AND ${stillAsked('d.', '?')}`, asOf, asOf, asOf);
  asked.add(`NOT ${nothingAskedOf('d.person_id', '?')}`, asOf, asOf);
  for (const [sql, ...given] of conditionsOf(query, asOf)) asked.add(sql, ...given);
  if (after) asked.add('(d.due_on, d.case_id, d.subject_id, d.key) > (?, ?, ?, ?)', ...after);
  const sql = `SELECT ${columns}, ${placementOn} FROM deadline d JOIN ehc_plan p ON p.id = d.case_id
    LEFT JOIN young_person y ON y.id = d.person_id WHERE ${asked.sql}
    ORDER BY d.due_on, d.case_id, d.subject_id, d.key LIMIT ?`;
  return db.all<Found>(sql, ...asked.values, limit).map((row) => ({
    review: shown(row, asOf),
    place: [row.due_on, row.case_id, row.subject_id, row.key],
  }));
}

function shown(row: Found, asOf: CivilDate): OverdueReview {
  const dueOn = row.due_on as CivilDate;
  const beganOn = row.began_on === never ? undefined : (row.began_on as CivilDate);
  const name = fullName(row);
  return {
    planId: row.case_id,
    personId: row.person_id,
    person: name,
    cycleId: row.subject_id,
    review: row.subject_label,
    step: row.key,
    rule: row.rule,
    title: row.title,
    force: row.force,
    source: row.source,
    dueOn,
    daysLate: daysBetween(dueOn, asOf),
    status: statusOn({ kind: row.kind as Kind, dueOn, beganOn }, asOf),
    yearGroup: row.cohort === null ? null : Number(academicYearOf(asOf).from.slice(0, 4)) - row.cohort,
    placement: row.placement,
  };
}
