// How many waited at the end of each of the last twelve months and on the day asked for, by how long (WAIT-40, WAIT-06).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, addMonths, civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { weeks18 } from '../figures/days-waited.js';
import { over52On } from '../pack.js';
import { keptOn, sumOf, type KeptFigure } from './kept-waits.js';
import { runningOn, WaitFilter } from './wait-filter.js';

export class WaitsOnDay {
  @ApiProperty({ type: String, description: 'Census date: the end of a month, or the day asked for' }) on: CivilDate;
  @ApiProperty({ description: 'Waits, not people (WAIT-40)' }) pathways: number;
  @ApiProperty({ description: 'More than 126 days (WAIT-06)' }) over18Weeks: number;
  @ApiProperty() over52Weeks: number;
  @ApiProperty({ description: 'From how many days on it is over 52 weeks (AMB-08)', example: 365 }) over52From: number;
}

export class WaitsOverTime {
  @ApiProperty({ type: [WaitsOnDay] }) days: readonly WaitsOnDay[];
}

const months = 12;

/** The ends of the twelve months before, then the day itself. */
export function censusDays(asOf: CivilDate): CivilDate[] {
  const first = civilDate(`${asOf.slice(0, 7)}-01`);
  const ends = Array.from({ length: months }, (_, index) => addDays(addMonths(first, index + 1 - months), -1));
  return [...ends, asOf];
}

export const waitsOverTime = (db: Statements, asOf: CivilDate, filter: WaitFilter): WaitsOnDay[] =>
  censusDays(asOf).map((on) => ({
    on,
    over52From: over52On(choicesIn(db), on),
    ...(filter.known === 'then' ? countOn : keptCounts)(db, on, filter),
  }));

type Counts = Omit<WaitsOnDay, 'on' | 'over52From'>;

function keptCounts(db: Statements, on: CivilDate, filter: WaitFilter): Counts {
  const count = (what: KeptFigure) => sumOf(keptOn(db, what, on, filter));
  return { pathways: count('waits'), over18Weeks: count('over18'), over52Weeks: count('over52') };
}

/** By looking at every clock. */
export function countOn(db: Statements, on: CivilDate, filter: WaitFilter): Counts {
  const { sql, values } = runningOn(on, filter);
  const counts = db.get<Counts & Record<string, number>>(
    `SELECT count(*) AS pathways, count(*) FILTER (WHERE c.clock_start < ?) AS over18Weeks,
       count(*) FILTER (WHERE c.clock_start < ?) AS over52Weeks FROM wait_clock c WHERE ${sql}`,
    addDays(on, -weeks18),
    addDays(on, 1 - over52On(choicesIn(db), on)),
    ...values,
  );
  return { pathways: 0, over18Weeks: 0, over52Weeks: 0, ...counts };
}

export const askWaitsOverTime = question({
  name: 'AskWaitsOverTime',
  get: 'api/v1/waits/over-time',
  section: 'Waiting',
  tells: 'How many waited at the end of each month',
  rules: ['WAIT-06', 'WAIT-40'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  input: WaitFilter,
  answers: WaitsOverTime,
  uses: [ReadSide],
  answer: ({ query: filter, asked }, readSide): Promise<WaitsOverTime> =>
    Promise.resolve({ days: waitsOverTime(readSide.db, asked.asOf, filter) }),
  shows: noOne,
});
