// Whether the list adds up between two dates: opening + additions − removals = closing (WAIT-43).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { knownOn, namedBy, runningOn, type WaitFilter } from './wait-filter.js';

export interface Reconciled {
  readonly opening: number;
  readonly additions: Readonly<Record<string, number>>;
  readonly removals: Readonly<Record<string, number>>;
  readonly closing: number;
  /** What each census said when it was taken (WAIT-44): the difference came to be known later. */
  readonly openingAsKnownThen: number;
  readonly closingAsKnownThen: number;
  readonly addsUp: boolean;
}

/** Both dates are census dates: the changes are those after the first, up to and including the second. */
export function reconcileList(db: Statements, from: CivilDate, to: CivilDate, filter: WaitFilter): Reconciled {
  const waiting = (on: CivilDate, known: 'now' | 'then'): number => {
    const { sql, values } = runningOn(on, { ...filter, known });
    return db.get<{ waits: number }>(`SELECT count(*) AS waits FROM wait_clock c WHERE ${sql}`, ...values)?.waits ?? 0;
  };
  const changes = (day: 'clock_start' | 'clock_end', why: 'started_by' | 'ended_by'): Record<string, number> => {
    const known = knownOn(to);
    const named = namedBy(filter, 'c');
    const rows = db.all<{ why: string; waits: number }>(
      `SELECT c.${why} AS why, count(*) AS waits FROM wait_clock c WHERE ${known.sql} AND c.${day} > ? AND c.${day} <= ?${named.sql} GROUP BY 1`,
      ...known.values,
      from,
      to,
      ...named.values,
    );
    return Object.fromEntries(rows.map((row) => [row.why, row.waits]));
  };
  const additions = changes('clock_start', 'started_by');
  const removals = changes('clock_end', 'ended_by');
  const [opening, closing] = [waiting(from, 'now'), waiting(to, 'now')];
  return {
    opening,
    additions,
    removals,
    closing,
    openingAsKnownThen: waiting(from, 'then'),
    closingAsKnownThen: waiting(to, 'then'),
    addsUp: opening + sum(additions) - sum(removals) === closing,
  };
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);
