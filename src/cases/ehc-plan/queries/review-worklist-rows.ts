// The question behind the SEND worklist: open deadlines of EHC plans, the law's first, the oldest first within it.
import { academicYearOf, type CivilDate } from '../../../kernel/calendar/index.js';
import { Conditions } from '../../../engine/processing/conditions.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { missedTask, openTask, stillAsked, taskThen, untoldTask } from '../../../engine/deadlines/deadline-table.js';
import { nothingAskedOf } from '../../../engine/deadlines/nothing-asked.js';
import { schoolNames } from '../../../engine/schools/school-names.js';
import { shown, type Found, type WorklistRow } from '../../../engine/deadlines/worklist-row.js';
import { worklistConditions, type ReviewWorklistQuery, type WorklistState } from './review-worklist-query.js';

export type Place = readonly [forceRank: number, dueOn: string, planId: string, subjectId: string, key: string];

export interface ReviewWorklistRow extends WorklistRow {
  readonly yearGroup: number | null;
  readonly placement: string | null;
  readonly school: string | null;
  /** What else tells the place from another. */
  readonly placed: {
    readonly urn: string | null;
    readonly ukprn: string | null;
    /** On the day asked for; null where the list of schools does not have it. */
    readonly schoolName: string | null;
    readonly senUnit: boolean;
    readonly resourcedProvision: boolean;
  } | null;
  readonly officer: string | null;
}

const columns = `d.pathway, d.case_id, d.person_id, d.subject_id, d.subject_label, d.scope, d.key, d.rule, d.title, d.kind, d.force, d.force_rank,
  d.source, d.opens_on, d.due_on, d.began_on, d.met_on, d.not_evidenced, d.trigger_fact, d.trigger_on, d.trigger_event,
  d.comparison_label, d.comparison_due_on, d.untold, d.lapses_on, d.missed, y.given_name, y.family_name, p.cohort`;

interface Placed {
  readonly plan_id: string;
  readonly kind: string;
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly sen_unit: number | null;
  readonly resourced_provision: number | null;
}

interface Held {
  readonly person_id: string;
  readonly name: string | null;
}

/** What stands beside the deadlines of a page is asked once for the page: a plan comes in several rows of it. */
function besides(db: Statements, rows: readonly Found[], asOf: CivilDate) {
  const of = (column: string) => JSON.stringify([...new Set(rows.map((row) => row[column]))]);
  // The best comes last and so stands in the map: the first rank, and of two the one that began last.
  const placements = db.all<Placed>(
    `SELECT x.plan_id, x.kind, x.urn, x.ukprn, x.sen_unit, x.resourced_provision FROM ehc_placement x WHERE x.plan_id IN (SELECT value FROM json_each(?2))
     AND x.from_on <= ?1 AND x.to_on >= ?1 ORDER BY x.place_rank DESC, x.from_on, x.placement_id DESC`,
    asOf,
    of('case_id'),
  );
  const officers = db.all<Held>(
    `SELECT w.person_id, w.name FROM named_worker w WHERE w.person_id IN (SELECT value FROM json_each(?2))
     AND w.role = 'send-officer' AND w.from_on <= ?1 AND w.to_on > ?1 ORDER BY w.from_on, w.worker_id DESC`,
    asOf,
    of('person_id'),
  );
  const names = schoolNames(
    db,
    placements.flatMap(({ urn, ukprn }) => [urn, ukprn]),
    asOf,
  );
  return {
    names,
    placed: new Map<unknown, Placed>(placements.map((row) => [row.plan_id, row] as const)),
    officer: new Map<unknown, string | null>(officers.map(({ person_id, name }) => [person_id, name] as const)),
  };
}

const placeOf = (placed: Placed | undefined, names: ReadonlyMap<string, string>): ReviewWorklistRow['placed'] =>
  placed
    ? {
        urn: placed.urn,
        ukprn: placed.ukprn,
        schoolName: names.get(placed.urn ?? placed.ukprn ?? '') ?? null,
        senUnit: placed.sen_unit === 1,
        resourcedProvision: placed.resourced_provision === 1,
      }
    : null;

/** For a day that is past: what a return is silent about, and nothing was recorded of here by then. */
const untoldThen = 'd.untold = 1 AND d.began_on > ?1 AND d.met_on > ?1 AND d.valid_to > ?1';
const missedThen = 'd.missed = 1 AND d.met_on > ?1 AND d.valid_to > ?1';

/** Which rows a list is of: what is to be done, unless it is of those that are asked of nobody. */
interface Rows {
  readonly now: string;
  readonly then: string;
}
const asTasks: Rows = { now: openTask('d.'), then: taskThen('d.', '?1') };
const askedOfNobody: Readonly<Partial<Record<WorklistState, Rows>>> = {
  'not-known': { now: untoldTask('d.'), then: untoldThen },
  missed: { now: missedTask('d.'), then: missedThen },
};

function askedFor(asOf: CivilDate, today: CivilDate, query: ReviewWorklistQuery, after?: Place): Conditions {
  const asked = new Conditions(asOf).add(`d.pathway = 'ehc' AND d.valid_from <= ?1`);
  asked.add(`NOT ${nothingAskedOf('d.person_id', '?1')}`);
  // The index of open tasks has the list's order, so a page costs a page however many plans there are.
  const { now, then } = (query.state && askedOfNobody[query.state]) ?? asTasks;
  asked.add(asOf >= today ? now : then);
  asked.add(stillAsked('d.', '?1'));
  for (const [sql, ...given] of worklistConditions(query, asOf)) asked.add(sql, ...given);
  if (after) asked.add('(d.force_rank, d.due_on, d.case_id, d.subject_id, d.key) > (?, ?, ?, ?, ?)', ...after);
  return asked;
}

/** As the indexes have it: asked in any other, SQLite reads every deadline of every plan. */
const inOrder = 'd.force_rank, d.due_on, d.case_id, d.subject_id, d.key';

const tables = 'deadline d JOIN ehc_plan p ON p.id = d.case_id JOIN young_person y ON y.id = d.person_id';

/** A first page reads no more than so many of them, however large the area: as many may be more. */
export const countedTo = 1000;

/** Whether a list of this state is narrowed further: no index has such a list by itself. */
export const isFiltered = (query: ReviewWorklistQuery, asOf: CivilDate): boolean =>
  worklistConditions({ ...query, state: undefined }, asOf).length > 0;

/** Under the same filters, up to `countedTo`: of how much a return does not tell whether it was done, or how much can no longer be done. */
export function countBeside(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  query: ReviewWorklistQuery,
  state: 'not-known' | 'missed',
  upTo = countedTo,
): number {
  const asked = askedFor(asOf, today, { ...query, state });
  const sql = `SELECT count(*) AS steps FROM (SELECT 1 FROM ${tables} WHERE ${asked.sql} ORDER BY ${inOrder} LIMIT ?)`;
  return db.get<{ steps: number }>(sql, ...asked.values, upTo)?.steps ?? 0;
}

export function reviewWorklistRows(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  query: ReviewWorklistQuery,
  limit: number,
  after?: Place,
): { row: ReviewWorklistRow; place: Place }[] {
  const asked = askedFor(asOf, today, query, after);
  const sql = `SELECT ${columns}
    FROM ${tables}
    WHERE ${asked.sql} ORDER BY ${inOrder} LIMIT ?`;
  const rows = db.all<Found>(sql, ...asked.values, limit);
  const { placed, officer, names } = besides(db, rows, asOf);
  return rows.map((found) => ({
    row: {
      ...shown(found, asOf),
      yearGroup:
        found['cohort'] === null ? null : Number(academicYearOf(asOf).from.slice(0, 4)) - Number(found['cohort']),
      placement: placed.get(found['case_id'])?.kind ?? null,
      school: placed.get(found['case_id'])?.urn ?? null,
      placed: placeOf(placed.get(found['case_id']), names),
      officer: officer.get(found['person_id']) ?? null,
    },
    place: [found['force_rank'], found['due_on'], found['case_id'], found['subject_id'], found['key']] as Place,
  }));
}
