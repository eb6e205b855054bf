// Reads what the annual-review figures look at from the rows, as of census day.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import type { Outcome, PlanReviews } from './plan-reviews.js';

interface Row {
  readonly plan_id: string;
  readonly plan_made_on: CivilDate;
  readonly meeting_on: CivilDate | null;
  readonly decision_on: CivilDate | null;
  readonly outcome: Outcome | 'not-stated' | null;
  readonly stated_outcome: Outcome | null;
  readonly [column: string]: string | number | null;
}

/** Plans that the authority maintained on census day, each with its reviews up to that day. */
export function readPlans(db: Statements, authority: string, census: CivilDate): PlanReviews[] {
  const rows = db.all<Row>(
    `SELECT p.id AS plan_id, p.plan_made_on,
            CASE WHEN c.meeting_on <= ?1 THEN c.meeting_on END AS meeting_on,
            CASE WHEN c.decision_on <= ?1 THEN c.decision_on END AS decision_on,
            CASE WHEN c.decision_on <= ?1 THEN c.outcome END AS outcome,
            CASE WHEN c.stated_on <= ?1 THEN c.stated_outcome END AS stated_outcome
     FROM ehc_plan p LEFT JOIN ehc_review_cycle c ON c.plan_id = p.id
     WHERE p.authority = ?2 AND p.held_from <= ?1 AND p.ended_on > ?1
     ORDER BY p.id`,
    census,
    authority,
  );
  const byPlan = new Map<string, Row[]>();
  for (const row of rows) {
    const list = byPlan.get(row.plan_id);
    if (list) list.push(row);
    else byPlan.set(row.plan_id, [row]);
  }
  return [...byPlan.values()].map(reviewsOf);
}

function reviewsOf(rows: readonly Row[]): PlanReviews {
  const latest = (column: 'meeting_on' | 'decision_on') =>
    rows.reduce<Row | undefined>(
      (found, row) => ((row[column] ?? '') > (found?.[column] ?? '') ? row : found),
      undefined,
    );
  const met = latest('meeting_on');
  const decided = latest('decision_on');
  const meetingOn = met?.meeting_on ?? undefined;
  return {
    planMadeOn: rows[0]?.plan_made_on ?? ('' as CivilDate),
    meetingOn,
    decisionOn: decided?.decision_on ?? undefined,
    // The outcome of the review that met last; while that is undecided, what was stated of it, else the last decision's.
    outcome: outcomeOf(met) ?? met?.stated_outcome ?? outcomeOf(decided),
    cycle: meetingOn && { meetingOn, decisionOn: met?.decision_on ?? undefined, outcome: outcomeOf(met) },
  };
}

const outcomeOf = (row: Row | undefined): Outcome | undefined =>
  row?.outcome === 'amend' || row?.outcome === 'maintain' || row?.outcome === 'cease' ? row.outcome : undefined;
