// One line for every pathway, service and provider: how many wait, and since when.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { longerThan, percentile, total, weeks18, type DayCount } from '../figures/days-waited.js';
import { over52On } from '../pack.js';
import { isLatest, peopleRunning, runningStarts, type Started } from './kept-waits.js';
import { runningOn, WaitFilter } from './wait-filter.js';

export class WaitsOfService {
  @ApiProperty() pathway: string;
  @ApiProperty() service: string;
  @ApiProperty() provider: string;
  @ApiProperty({ description: 'Waits, not people (WAIT-40)' }) pathways: number;
  @ApiProperty() people: number;
  @ApiProperty() over18Weeks: number;
  @ApiProperty() over52Weeks: number;
  @ApiProperty({ description: 'From how many days on it is over 52 weeks (AMB-08)', example: 365 }) over52From: number;
  @ApiProperty({ description: 'Start of the longest wait' }) longestSince: string;
  @ApiProperty({ required: false, description: 'From the days of each wait (WAIT-42)' }) medianDays?: number;
  @ApiProperty({ required: false, description: '92nd percentile, likewise' }) ninetySecondDays?: number;
}

type Counted = Omit<WaitsOfService, 'medianDays' | 'ninetySecondDays' | 'over52From'> & Record<string, string | number>;

const listOf = ({ pathway, service, provider }: Pick<WaitsOfService, 'pathway' | 'service' | 'provider'>): string =>
  JSON.stringify([pathway, service, provider]);

export function waitsByService(db: Statements, censusOn: CivilDate, filter: WaitFilter): WaitsOfService[] {
  if (!isLatest(db, censusOn, filter)) return countByService(db, censusOn, filter);
  const over52From = over52On(choicesIn(db), censusOn);
  const lists = new Map<string, Started[]>();
  for (const one of runningStarts(db, filter)) lists.set(listOf(one), [...(lists.get(listOf(one)) ?? []), one]);
  return [...lists.values()]
    .flatMap(([first, ...others]) => (first ? [ofList(db, censusOn, over52From, [first, ...others])] : []))
    .sort((a, b) => compare(a.pathway, b.pathway) || compare(a.service, b.service) || compare(a.provider, b.provider));
}

function ofList(
  db: Statements,
  censusOn: CivilDate,
  over52From: number,
  starts: readonly [Started, ...Started[]],
): WaitsOfService {
  const [{ pathway, service, provider }] = starts;
  const counts = starts.map(({ start, waits }): DayCount => ({ days: daysBetween(start, censusOn), waits }));
  return {
    ...{ pathway, service, provider },
    pathways: total(counts),
    people: peopleRunning(db, { pathway, service, provider }),
    over18Weeks: longerThan(weeks18, counts),
    over52Weeks: longerThan(over52From - 1, counts),
    over52From,
    longestSince: starts.map(({ start }) => start).reduce((a, b) => (a < b ? a : b)),
    medianDays: percentile(50, counts),
    ninetySecondDays: percentile(92, counts),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By looking at every clock. */
export function countByService(db: Statements, censusOn: CivilDate, filter: WaitFilter): WaitsOfService[] {
  const { sql, values } = runningOn(censusOn, filter);
  const started = startsByService(db, censusOn, filter);
  const over52From = over52On(choicesIn(db), censusOn);
  const rows = db.all<Counted>(
    `SELECT c.pathway, c.service, c.provider, count(*) AS pathways, count(DISTINCT c.person_id) AS people,
       sum(c.clock_start < ?) AS over18Weeks, sum(c.clock_start < ?) AS over52Weeks, min(c.clock_start) AS longestSince
     FROM wait_clock c WHERE ${sql} GROUP BY c.pathway, c.service, c.provider ORDER BY c.pathway, c.service, c.provider`,
    addDays(censusOn, -weeks18),
    addDays(censusOn, 1 - over52From),
    ...values,
  );
  return rows.map((row) => {
    const counts = started.get(listOf(row)) ?? [];
    return { ...row, over52From, medianDays: percentile(50, counts), ninetySecondDays: percentile(92, counts) };
  });
}

/** One row for each day on which a clock of a list was started, so that a percentile needs no row for each wait. */
function startsByService(db: Statements, censusOn: CivilDate, filter: WaitFilter): Map<string, DayCount[]> {
  const { sql, values } = runningOn(censusOn, filter);
  const found = new Map<string, DayCount[]>();
  const rows = db.all<{ pathway: string; service: string; provider: string; start: CivilDate; waits: number }>(
    `SELECT c.pathway, c.service, c.provider, c.clock_start AS start, count(*) AS waits FROM wait_clock c
     WHERE ${sql} GROUP BY c.pathway, c.service, c.provider, c.clock_start`,
    ...values,
  );
  for (const { start, waits, ...list } of rows) {
    const counts = found.get(listOf(list)) ?? [];
    counts.push({ days: daysBetween(start, censusOn), waits });
    found.set(listOf(list), counts);
  }
  return found;
}

export const askWaitsByService = question({
  name: 'AskWaitsByService',
  get: 'api/v1/waits/by-service',
  section: 'Waiting',
  tells: 'How many wait, by pathway, service and provider',
  rules: ['WAIT-06', 'WAIT-40'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  input: WaitFilter,
  answers: WaitsOfService,
  uses: [ReadSide],
  answer: async ({ query: filter, asked }, readSide): Promise<WaitsOfService[]> =>
    Promise.resolve(waitsByService(readSide.db, asked.asOf, filter)),
  shows: noOne,
});
