// The figures of a waiting list on a census date.
import { question } from '../../../engine/use-cases/question.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { countBands } from '../figures/count-bands.js';
import {
  longerThan,
  percentile,
  percentileMethod,
  total,
  weeks18,
  wholeWeeks,
  type DayCount,
} from '../figures/days-waited.js';
import { estimateFromWeeks, interpolationMethod, weeklyBands } from '../figures/estimate-from-weeks.js';
import { bandsOn, over52On } from '../pack.js';
import { daysWaited, furthestReached, peopleWaiting, validatedLately, withoutClock } from './list-figures.js';
import { WaitFilter } from './wait-filter.js';
import { WaitingFigures, type EstimatedPercentiles, type ExactPercentiles } from './waiting-answers.js';

export function waitingFigures(db: Statements, censusOn: CivilDate, filter: WaitFilter): WaitingFigures {
  const counts = daysWaited(db, censusOn, filter);
  const choices = choicesIn(db);
  const pathways = total(counts);
  const validated = validatedLately(db, censusOn, filter);
  const { pathway = 'all pathways', service = 'all services', provider = 'all providers', known = 'now' } = filter;
  return {
    censusOn,
    population: `waits whose clock ran at the end of ${censusOn}: ${pathway}, ${service}, ${provider}`,
    clock: 'from the receipt of the referral, never paused (WAIT-01, WAIT-04)',
    known: known === 'now' ? 'as known now' : `as known on ${censusOn}`,
    pathways,
    people: peopleWaiting(db, censusOn, filter),
    bands: countBands(bandsOn(censusOn, choices), counts),
    over18Weeks: longerThan(weeks18, counts),
    over52Weeks: longerThan(over52On(choices, censusOn) - 1, counts),
    longestDays: counts.length > 0 ? Math.max(...counts.map(({ days }) => days)) : undefined,
    exact: exactly(counts),
    fromWeeklyBands: estimated(counts),
    validated,
    notValidated: pathways - validated,
    withoutClock: withoutClock(db, censusOn, filter),
    reached: furthestReached(db, censusOn, filter),
  };
}

function exactly(counts: readonly DayCount[]): ExactPercentiles {
  const at = (percent: number) => {
    const days = percentile(percent, counts);
    return { days, weeks: days === undefined ? undefined : wholeWeeks(days) };
  };
  return { method: percentileMethod, median: at(50), ninetySecond: at(92) };
}

function estimated(counts: readonly DayCount[]): EstimatedPercentiles {
  const bands = weeklyBands(counts);
  const at = (percent: number) => estimateFromWeeks(percent, bands, true);
  return { method: interpolationMethod, median: at(50), ninetySecond: at(92) };
}

export const askWaitingFigures = question({
  name: 'AskWaitingFigures',
  get: 'api/v1/waits/figures',
  section: 'Waiting',
  tells: 'Figures of the waiting list on a census date',
  rules: ['WAIT-10', 'WAIT-40', 'WAIT-41', 'WAIT-42', 'WAIT-44'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  input: WaitFilter,
  answers: WaitingFigures,
  uses: [ReadSide],
  answer: async ({ query: filter, asked }, readSide): Promise<WaitingFigures> =>
    Promise.resolve(waitingFigures(readSide.db, asked.asOf, filter)),
  shows: noOne,
});
