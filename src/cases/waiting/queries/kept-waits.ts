// The figures of a waiting list from what is kept (docs/adr/0056): as many rows as there are lists and days, however many wait.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { tallyOn } from '../../../engine/processing/tally.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { waitTally, type OnList } from '../list-tally.js';
import { keyOf } from '../people-waiting.js';
import type { WaitFilter } from './wait-filter.js';

type Filter = Pick<WaitFilter, 'pathway' | 'service' | 'provider'>;

export interface KeptCount extends OnList {
  /** How far, where that is asked. */
  readonly far: string;
  readonly count: number;
}

export type KeptFigure = 'waits' | 'over18' | 'over52' | 'validated' | 'withoutClock' | 'reached';

const fits = ({ pathway, service, provider }: OnList, filter: Filter): boolean =>
  (filter.pathway ?? pathway) === pathway &&
  (filter.service ?? service) === service &&
  (filter.provider ?? provider) === provider;

const listOf = (key: string) => {
  const [pathway = '', service = '', provider = '', far = ''] = JSON.parse(key) as string[];
  return { pathway, service, provider, far };
};

/** On any day, as known now. */
export const keptOn = (db: Statements, what: KeptFigure, day: CivilDate, filter: Filter): KeptCount[] =>
  [...tallyOn(db, waitTally, what, day)]
    .map(([key, count]) => ({ ...listOf(key), count }))
    .filter((one) => fits(one, filter));

export const sumOf = (counts: readonly KeptCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

export interface Started extends OnList {
  readonly start: CivilDate;
  readonly waits: number;
}

/** On which days the clocks started that still run, list by list. */
export function runningStarts(db: Statements, filter: Filter): Started[] {
  const rows = db.all<{ period: string; of: string; n: number }>(
    `SELECT period, of, n FROM ${waitTally.count.table.name} WHERE what = 'running' AND period >= 'd' AND period < 'e'`,
  );
  return rows
    .map(({ period, of, n }) => ({ ...listOf(of), start: period.slice(1) as CivilDate, waits: n }))
    .filter((one) => fits(one, filter));
}

export function peopleRunning(db: Statements, { pathway, service, provider }: Partial<OnList>): number {
  const sql = 'SELECT people FROM wait_people WHERE filter = ? AND pathway = ? AND service = ? AND provider = ?';
  return db.get<{ people: number }>(sql, ...keyOf({ pathway, service, provider }))?.people ?? 0;
}

/** Whether the clocks that run on that day are just those that still run: none ended after it, and none began. */
export function isLatest(db: Statements, day: CivilDate, { known }: WaitFilter): boolean {
  if (known === 'then') return false;
  const now = `recorded_to = '${never}'`;
  const found = db.get<{ later: number }>(
    `SELECT EXISTS (SELECT 1 FROM wait_clock WHERE ${now} AND clock_end > ? AND clock_end < '${never}')
       OR EXISTS (SELECT 1 FROM wait_clock WHERE ${now} AND clock_start > ?) AS later`,
    day,
    day,
  );
  return found?.later === 0;
}
