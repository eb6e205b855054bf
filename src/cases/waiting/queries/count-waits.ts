// The counts behind the figures of a waiting list, made over every wait: for past days, for what was known then, and to hold the kept ones against.
import { addDays, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import type { DayCount } from '../figures/days-waited.js';
import { validDays } from '../list-tally.js';
import { namedBy, runningOn, type WaitFilter } from './wait-filter.js';

/** One row for each day on which a clock that still runs was started: at most some thousand, however long the list. */
export function countDaysWaited(db: Statements, censusOn: CivilDate, filter: WaitFilter): DayCount[] {
  const { sql, values } = runningOn(censusOn, filter);
  return db
    .all<{ start: CivilDate; waits: number }>(
      `SELECT c.clock_start AS start, count(*) AS waits FROM wait_clock c WHERE ${sql} GROUP BY c.clock_start`,
      ...values,
    )
    .map(({ start, waits }) => ({ days: daysBetween(start, censusOn), waits }));
}

export function countPeople(db: Statements, censusOn: CivilDate, filter: WaitFilter): number {
  const { sql, values } = runningOn(censusOn, filter);
  const sentence = `SELECT count(DISTINCT c.person_id) AS people FROM wait_clock c WHERE ${sql}`;
  return db.get<{ people: number }>(sentence, ...values)?.people ?? 0;
}

export function countValidated(db: Statements, censusOn: CivilDate, filter: WaitFilter): number {
  const { sql, values } = runningOn(censusOn, filter);
  const sentence =
    `SELECT count(*) AS waits FROM wait_clock c JOIN wait_case w ON w.id = c.case_id WHERE ${sql} ` +
    'AND w.validated_on > ? AND w.validated_on <= ?';
  return db.get<{ waits: number }>(sentence, ...values, addDays(censusOn, -validDays), censusOn)?.waits ?? 0;
}

/** On the list, but between two clocks: the first appointment was missed and no new date is agreed yet (WAIT-03). */
export function countWithoutClock(db: Statements, censusOn: CivilDate, filter: WaitFilter): number {
  const named = namedBy(filter, 'w');
  const sentence =
    `SELECT count(*) AS waits FROM wait_case w WHERE w.ended_on > ? AND w.received_on <= ?${named.sql} AND NOT EXISTS ` +
    `(SELECT 1 FROM wait_clock c WHERE c.case_id = w.id AND ${runningOn(censusOn).sql})`;
  return db.get<{ waits: number }>(sentence, censusOn, censusOn, ...named.values, censusOn, censusOn)?.waits ?? 0;
}

/** How far those who wait have come: nothing is hidden behind a first contact (WAIT-23). */
export function countReached(db: Statements, censusOn: CivilDate, filter: WaitFilter): Record<string, number> {
  const { sql, values } = runningOn(censusOn, filter);
  const rows = db.all<{ reached: string; waits: number }>(
    `SELECT coalesce((SELECT s.segment FROM wait_segment s WHERE s.case_id = c.case_id AND s.reached_on <= ?
       ORDER BY s.reached_on DESC, s.segment LIMIT 1),
       CASE WHEN w.first_contact_on <= ? THEN 'first-contact' ELSE 'referral' END) AS reached, count(*) AS waits
     FROM wait_clock c JOIN wait_case w ON w.id = c.case_id WHERE ${sql} GROUP BY reached`,
    censusOn,
    censusOn,
    ...values,
  );
  return Object.fromEntries(rows.map(({ reached, waits }) => [reached, waits]));
}
