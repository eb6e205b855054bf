// The question behind the register of phase transfers: the year's transfers as of a day, what is not named first, the oldest limit first.
import { fullName } from '../../../kernel/full-name.js';
import { academicYearOf, civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { Conditions } from '../../../engine/processing/conditions.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { schoolNames } from '../../../engine/schools/school-names.js';
import { statusOn, type Kind } from '../../../rules/index.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { nothingAsked } from '../../../engine/deadlines/nothing-asked.js';
import { phases } from '../domain/words.js';
import {
  transferSteps,
  type NotExpected,
  type PhaseTransferQuery,
  type PhaseTransferRow,
  type StepCount,
  type TransferStep,
} from './phase-transfer-query.js';

export type Place = readonly [named: number, dueOn: string, planId: string, transferId: string];
type Filter = Omit<PhaseTransferQuery, 'cursor' | 'limit' | 'asOf' | 'after'>;

/** The limits of EHC-40, EHC-41 and EHC-42; a transfer has one of them. */
const limitKeys = `('phasePlan', 'postSixteenPlan', 'nextInstitutionPlan')`;
const labelOf = (phase: string): string => `phase transfer ${phase.replaceAll('-', ' ')}`;

/** Of the school year of that day; from September on those of the summer to come. */
export const yearOn = (asOf: CivilDate): number => Number(academicYearOf(asOf).from.slice(0, 4)) + 1;

/** The review that counts for the transfer: the last within the twelve months before it (EHC-40). */
const review = `(SELECT r.cycle_id FROM ehc_review_cycle r WHERE r.plan_id = d.case_id
  AND coalesce(r.meeting_on, r.decision_on) < d.trigger_on AND coalesce(r.meeting_on, r.decision_on) >= date(d.trigger_on, '-12 months')
  AND coalesce(r.meeting_on, r.decision_on) <= ?1 ORDER BY r.ordinal DESC LIMIT 1)`;
const step = `CASE WHEN d.met_on <= ?1 THEN 'named' WHEN c.amendment_notice_on <= ?1 THEN 'amendment-notice'
  WHEN c.decision_on <= ?1 THEN 'decision' WHEN c.meeting_on <= ?1 THEN 'review-held' ELSE 'nothing' END`;
const late = '(d.due_on < ?1 AND d.met_on > ?1)';
const attended = `(SELECT coalesce(x.urn, x.ukprn) FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.from_on <= ?1 AND x.to_on >= ?1
  ORDER BY x.place_rank, x.from_on DESC LIMIT 1)`;
const named = `(SELECT coalesce(x.urn, x.ukprn) FROM ehc_placement x WHERE x.plan_id = d.case_id AND x.from_on >= d.trigger_on
  ORDER BY x.from_on, x.place_rank LIMIT 1)`;
const officer = `(SELECT w.name FROM named_worker w WHERE w.person_id = d.person_id AND w.role = 'send-officer' AND w.from_on <= ?1 AND w.to_on > ?1
  ORDER BY w.from_on DESC LIMIT 1)`;
const tables = `deadline d LEFT JOIN ehc_review_cycle c ON c.plan_id = d.case_id AND c.cycle_id = ${review}`;

/** The dates bound the year in the index of steps: the limit of a post-16 transfer lies five months before it, of the others in its year. */
function conditions(filter: Filter, asOf: CivilDate): Conditions {
  const { year = yearOn(asOf), phase, late: isLate, officer: worker, school } = filter;
  const asked = new Conditions(asOf)
    .add(
      `d.pathway = 'ehc' AND d.scope = 'phase' AND d.key IN ${limitKeys} AND d.valid_from <= ?1 AND d.valid_to > ?1 AND d.is_task = 1`,
    )
    .add('d.due_on BETWEEN ? AND ?', `${year - 1}-07-01`, `${year}-12-31`)
    .add('d.trigger_on BETWEEN ? AND ?', `${year}-01-01`, `${year}-12-31`)
    .add(`NOT ${nothingAsked('d.person_id', '?1')}`)
    .add('d.subject_label = ?', phase && labelOf(phase))
    .add(`${attended} = ?`, school?.trim());
  if (isLate !== undefined) asked.add(isLate ? late : `NOT ${late}`);
  const theirs = 'EXISTS (SELECT 1 FROM named_worker w WHERE w.person_id = d.person_id AND w.worker_id = ?';
  return asked.add(`${theirs} AND w.from_on <= ?1 AND w.to_on > ?1)`, worker);
}

/** The work grows with the transfers of the year, not with the plans of the area. */
export function phaseTransferRows(
  db: Statements,
  asOf: CivilDate,
  filter: Filter,
  limit: number,
  after?: Place,
): { row: PhaseTransferRow; place: Place }[] {
  const asked = conditions(filter, asOf).add(`${step} = ?`, filter.step);
  if (after) asked.add('(d.met_on <= ?1, d.due_on, d.case_id, d.subject_id) > (?, ?, ?, ?)', ...after);
  const sql = `SELECT d.case_id, d.subject_id, d.person_id, d.subject_label, d.trigger_on, d.rule, d.key, d.kind, d.due_on, d.began_on, d.met_on,
      d.met_on <= ?1 AS is_named, ${step} AS step, c.meeting_on, c.amendment_notice_on, ${attended} AS school, ${named} AS next,
      ${officer} AS officer, y.given_name, y.family_name
    FROM ${tables} LEFT JOIN young_person y ON y.id = d.person_id
    WHERE ${asked.sql} ORDER BY is_named, d.due_on, d.case_id, d.subject_id LIMIT ?`;
  const rows = db.all<Row>(sql, ...asked.values, limit);
  const numbers = rows.flatMap(({ school, next }) => [school, next]) as (string | null)[];
  const names = schoolNames(db, numbers, asOf);
  return rows.map((found) => ({
    row: shown(found, asOf, names),
    place: [
      Number(found['is_named']),
      String(found['due_on']),
      String(found['case_id']),
      String(found['subject_id']),
    ] as const,
  }));
}

const byDay = (value: unknown, asOf: CivilDate): CivilDate | null =>
  typeof value === 'string' && value <= asOf && value !== never ? (value as CivilDate) : null;

function shown(found: Row, asOf: CivilDate, names: ReadonlyMap<string, string>): PhaseTransferRow {
  const dueOn = civilDate(String(found['due_on']));
  const metOn = byDay(found['met_on'], asOf);
  const beganOn = byDay(found['began_on'], asOf) ?? undefined;
  const label = String(found['subject_label']);
  const school = found['school'] as string | null;
  const next = metOn === null ? null : (found['next'] as string | null);
  return {
    planId: String(found['case_id']),
    transferId: String(found['subject_id']),
    personId: String(found['person_id']),
    person: fullName(found),
    phase: phases.find((phase) => labelOf(phase) === label) ?? label,
    transferOn: String(found['trigger_on']),
    rule: String(found['rule']),
    key: String(found['key']),
    dueOn,
    metOn,
    status: statusOn({ kind: String(found['kind']) as Kind, dueOn, metOn: metOn ?? undefined, beganOn }, asOf),
    step: String(found['step']) as TransferStep,
    reviewHeldOn: byDay(found['meeting_on'], asOf),
    noticeOn: byDay(found['amendment_notice_on'], asOf),
    school,
    schoolName: names.get(school ?? '') ?? null,
    next,
    nextName: names.get(next ?? '') ?? null,
    officer: found['officer'] as string | null,
  };
}

/** Every step, those that nobody has reached too; whatever step is asked for, the counts are of all. */
export function countTransfers(db: Statements, asOf: CivilDate, filter: Filter): StepCount[] {
  const asked = conditions(filter, asOf);
  const sql = `SELECT step, count(*) AS transfers, sum(late) AS late FROM
    (SELECT ${step} AS step, ${late} AS late FROM ${tables} WHERE ${asked.sql}) GROUP BY step`;
  const found = db.all<{ step: string; transfers: number; late: number }>(sql, ...asked.values);
  return transferSteps.map((each) => {
    const counted = found.find((row) => row.step === each);
    return { step: each, transfers: counted?.transfers ?? 0, late: counted?.late ?? 0 };
  });
}

const lastYears = [6, 11] as const;

/** In their last year of primary or secondary school, with a plan, and no transfer on record: nobody would ask for them. */
export function transfersNotExpected(db: Statements, asOf: CivilDate, year: number, limit: number) {
  const where = `p.cohort IN (?2, ?3) AND p.held_from <= ?1 AND p.ended_on > ?1 AND NOT ${nothingAsked('p.person_id', '?1')}
    AND NOT EXISTS (SELECT 1 FROM deadline_row d WHERE d.case_id = p.id AND d.scope = 'phase' AND d.key IN ${limitKeys} AND d.valid_from <= ?1
      AND d.valid_to > ?1 AND d.trigger_on BETWEEN ?4 AND ?5)`;
  const start = year - 1;
  const values = [asOf, ...lastYears.map((group) => start - group), `${year}-01-01`, `${year}-12-31`] as const;
  const total = db.get<{ count: number }>(`SELECT count(*) AS count FROM ehc_plan p WHERE ${where}`, ...values);
  const sql = `SELECT p.id, p.person_id, p.cohort, y.given_name, y.family_name FROM ehc_plan p LEFT JOIN young_person y ON y.id = p.person_id
    WHERE ${where} ORDER BY p.cohort, p.id LIMIT ?6`;
  const items = db.all<Row>(sql, ...values, limit).map((found): NotExpected => ({
    planId: String(found['id']),
    personId: String(found['person_id']),
    person: fullName(found),
    yearGroup: start - Number(found['cohort']),
  }));
  return { notExpectedCount: total?.count ?? 0, notExpected: items };
}
