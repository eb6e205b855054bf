// How long a case has been open to CAMHS past the 18th birthday, and why (TRN-02).
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import type { Past18View } from './views.js';

interface ReasonRow {
  readonly reason: string;
  readonly review_on: CivilDate;
}

export function past18On(
  db: Statements,
  caseId: string,
  gate18: CivilDate | null,
  asOf: CivilDate,
): Past18View | undefined {
  if (gate18 === null || gate18 > asOf) return undefined;
  const found = db.get<ReasonRow>(
    'SELECT reason, review_on FROM transition_past18 WHERE case_id = ? AND on_date <= ? ORDER BY on_date DESC LIMIT 1',
    caseId,
    asOf,
  );
  const since = { since: gate18, days: daysBetween(gate18, asOf) };
  return found
    ? { ...since, reason: found.reason, reviewOn: found.review_on, reviewOverdue: found.review_on < asOf }
    : since;
}
