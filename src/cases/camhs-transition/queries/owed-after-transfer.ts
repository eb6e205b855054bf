// What is still owed of the first months after the transfer: it keeps somebody on the list, however long ago that was (TRN-08, TRN-27, TRN-45).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { introductionsArranged } from '../domain/arranged.js';
import { stepsAfterTransfer } from '../domain/protocols.js';

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * Promised contacts, the follow-up of a miss, an introduction that was arranged, and the audit and the survey of the protocol, once their day
 * has come. What can no longer be done is missed, and owed by nobody.
 */
const owedRows = (day: string): string => `FROM (SELECT ${day} AS day) then_on CROSS JOIN deadline o
  WHERE o.case_id = c.id AND (o.scope IN ('contact', 'firstAppointment') OR o.key IN (${quoted(stepsAfterTransfer)})
      OR (o.scope = 'arranged' AND o.subject_id IN (${quoted(introductionsArranged)})))
    AND o.is_task = 1 AND o.due_on < then_on.day AND o.met_on > then_on.day AND o.valid_from <= then_on.day AND o.valid_to > then_on.day`;

/** Its day has passed, and nobody has said what happened. */
const unanswered = (day: string): string =>
  `FROM adult_appointment a WHERE a.case_id = c.id AND a.status = 'booked' AND a.booked_for < ${day}`;

/** For a query over `transition_case c`; the day is the placeholder `?`, once. */
export const stillOwed = `EXISTS (SELECT 1 FROM (SELECT ? AS day) owed_on
  WHERE EXISTS (SELECT 1 ${owedRows('owed_on.day')}) OR EXISTS (SELECT 1 ${unanswered('owed_on.day')}))`;

/** In words, each once, the oldest first. */
export function owedOn(db: Statements, caseId: string, day: CivilDate): string[] {
  const found = db.all<{ title: string }>(
    `SELECT title, min(due_on) AS since FROM (
       SELECT o.title, o.due_on ${owedRows('?1')} UNION ALL
       SELECT 'Say what happened at the first appointment', a.booked_for ${unanswered('?1')}) x GROUP BY title ORDER BY since, title`.replaceAll(
      'c.id',
      '?2',
    ),
    day,
    caseId,
  );
  return found.map(({ title }) => title);
}
