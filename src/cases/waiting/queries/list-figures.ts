// The counts behind the figures of a waiting list: from what is kept where that tells the day, else by looking at every wait.
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import type { DayCount } from '../figures/days-waited.js';
import { countDaysWaited, countPeople, countReached, countValidated } from './count-waits.js';
import { isLatest, keptOn, peopleRunning, runningStarts, sumOf } from './kept-waits.js';
import type { WaitFilter } from './wait-filter.js';

export function daysWaited(db: Statements, censusOn: CivilDate, filter: WaitFilter): DayCount[] {
  if (!isLatest(db, censusOn, filter)) return countDaysWaited(db, censusOn, filter);
  const found = new Map<number, number>();
  for (const { start, waits } of runningStarts(db, filter)) {
    const days = daysBetween(start, censusOn);
    found.set(days, (found.get(days) ?? 0) + waits);
  }
  return [...found].map(([days, waits]) => ({ days, waits }));
}

export const peopleWaiting = (db: Statements, censusOn: CivilDate, filter: WaitFilter): number =>
  isLatest(db, censusOn, filter) ? peopleRunning(db, filter) : countPeople(db, censusOn, filter);

export const validatedLately = (db: Statements, censusOn: CivilDate, filter: WaitFilter): number =>
  filter.known === 'then' ? countValidated(db, censusOn, filter) : sumOf(keptOn(db, 'validated', censusOn, filter));

/** On the list, but between two clocks: the first appointment was missed and no new date is agreed yet (WAIT-03). As known now. */
export const withoutClock = (db: Statements, censusOn: CivilDate, filter: WaitFilter): number =>
  sumOf(keptOn(db, 'withoutClock', censusOn, filter));

/** How far those who wait have come: nothing is hidden behind a first contact (WAIT-23). */
export function furthestReached(db: Statements, censusOn: CivilDate, filter: WaitFilter): Record<string, number> {
  if (filter.known === 'then') return countReached(db, censusOn, filter);
  const found: Record<string, number> = {};
  for (const { far, count } of keptOn(db, 'reached', censusOn, filter)) found[far] = (found[far] ?? 0) + count;
  return found;
}
