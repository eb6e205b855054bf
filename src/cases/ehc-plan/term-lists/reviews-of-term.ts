// Whose review falls in a term, where they learn when it starts, and which dates say so. Asked of the rows of plans and deadlines.
import { fullName } from '../../../kernel/full-name.js';
import { compareDates, earliest, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { namesOf, type Term } from '../domain/term-lists/terms.js';
import { outsideInstitutions } from '../domain/words.js';
import { nothingAsked } from '../../../engine/deadlines/nothing-asked.js';

export interface DateOnList {
  readonly rule: string;
  readonly key: string;
  readonly title: string;
  readonly force: string;
  readonly dueOn: CivilDate;
}

export interface ReviewOfTerm {
  readonly planId: string;
  readonly personId: string;
  readonly person: string;
  readonly review: string;
  readonly institution?: string;
  /** The latest day for the meeting: of EHC-09 and EHC-44 the earlier. */
  readonly meetingBy: CivilDate;
  /** The earliest limit that the review must keep (EHC-45). */
  readonly reviewBy?: CivilDate;
  readonly dates: readonly DateOnList[];
}

interface Found extends Row {
  readonly case_id: string;
  readonly person_id: string;
  readonly scope: string;
  readonly subject_label: string;
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly force: string;
  readonly due_on: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly kind: string | null;
  readonly institution: string | null;
}

/** By when the meeting must be: a plan is on the list when one of these lies before the next term and the meeting was not held. */
const meetingKeys = ['meetingTarget', 'latestMeeting'];
const limitKeys = ['review', 'reviewAfterMove', 'phasePlan', 'postSixteenPlan', 'nextInstitutionPlan'];

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');
const holds = (row: string): string =>
  // A day to plan a meeting by is no task; of the limits those count that can still be met.
  `${row}.valid_from <= ? AND ${row}.valid_to > ? AND ${row}.met_on > ?
    AND (${row}.is_task = 1 OR ${row}.key IN (${meetingKeys.map((key) => `'${key}'`).join(', ')}))`;

/** As of the end of a day. Those of earlier terms whose meeting was never held stay on every later list: nobody is forgotten. */
export function reviewsOfTerm(db: Statements, code: string, term: Term, asOf: CivilDate): ReviewOfTerm[] {
  const authorities = namesOf(code);
  const keys = [...meetingKeys, ...limitKeys];
  const sql = `SELECT d.case_id, d.person_id, d.scope, d.subject_label, d.key, d.rule, d.title, d.force, d.due_on,
      y.given_name, y.family_name, x.kind, COALESCE(x.urn, x.ukprn) AS institution
    FROM ehc_plan p JOIN deadline d ON d.case_id = p.id LEFT JOIN young_person y ON y.id = p.person_id
    LEFT JOIN ehc_placement x ON x.plan_id = p.id AND x.placement_id = (SELECT a.placement_id FROM ehc_placement a
      WHERE a.plan_id = p.id AND a.from_on <= ? AND a.to_on >= ? ORDER BY a.place_rank, a.from_on DESC LIMIT 1)
    WHERE p.authority IN (${marks(authorities)}) AND p.held_from <= ? AND p.ended_on > ? AND NOT ${nothingAsked('p.person_id', '?')}
      AND d.key IN (${marks(keys)}) AND ${holds('d')}
      AND EXISTS (SELECT 1 FROM deadline_row c WHERE c.case_id = p.id AND c.key IN (${marks(meetingKeys)}) AND c.due_on < ?
        AND ${holds('c')})
    ORDER BY p.id, d.due_on, d.key`;
  const now = [asOf, asOf, asOf] as const;
  const place = [term.firstDay, term.firstDay] as const;
  const found = db.all<Found>(
    sql,
    ...place,
    ...authorities,
    asOf,
    asOf,
    asOf,
    asOf,
    ...keys,
    ...now,
    ...meetingKeys,
    term.nextFirstDay,
    ...now,
  );
  const byPlan = new Map<string, Found[]>();
  for (const row of found) byPlan.set(row.case_id, [...(byPlan.get(row.case_id) ?? []), row]);
  return [...byPlan.values()].map(reviewOf).sort((a, b) => compareDates(a.meetingBy, b.meetingBy));
}

function reviewOf(rows: readonly Found[]): ReviewOfTerm {
  const [first] = rows as readonly [Found, ...Found[]];
  const earliestOf = (keys: readonly string[]): CivilDate | undefined => {
    const dates = rows.filter(({ key }) => keys.includes(key)).map(({ due_on }) => due_on as CivilDate);
    const [one, ...others] = dates;
    return one && earliest(one, ...others);
  };
  const outside = first.kind === null || (outsideInstitutions as readonly string[]).includes(first.kind);
  return {
    planId: first.case_id,
    personId: first.person_id,
    person: fullName(first),
    review: (rows.find(({ scope }) => scope === 'cycle') ?? first).subject_label,
    institution: outside ? undefined : (first.institution ?? undefined),
    meetingBy: earliestOf(meetingKeys)!,
    reviewBy: earliestOf(limitKeys),
    dates: rows.map(({ rule, key, title, force, due_on }) => ({ rule, key, title, force, dueOn: due_on as CivilDate })),
  };
}
