// Shorthand for tests: facts and flags from plain dates.
import { civilDate } from '../kernel/calendar/index.js';
import { holdsOn } from './deadline.js';
import type { Deadline } from './deadline.js';
import type { Fact, Facts } from './facts.js';

/** `{ meeting: '2025-11-10' }`, or `'2025-11-10 since 2025-09-01'` for a date that was agreed ahead. */
export function factsOn(dates: Readonly<Record<string, string>>): Facts {
  const fact = ([name, written]: [string, string]): [string, Fact] => {
    const [on = '', since] = written.split(' since ');
    return [
      name,
      { on: civilDate(on), eventId: `${name}-event`, since: since === undefined ? undefined : civilDate(since) },
    ];
  };
  return Object.fromEntries(Object.entries(dates).map(fact));
}

/** The row of a timeline that is open at its end, or that held on a day. */
export function deadlineOf(rows: readonly Deadline[], key: string, day?: string): Deadline {
  const holds = (row: Deadline) => (day === undefined ? row.validTo === undefined : holdsOn(row, civilDate(day)));
  const found = rows.find((row) => row.key === key && holds(row));
  if (found === undefined) throw new Error(`no deadline ${key}${day === undefined ? '' : ` on ${day}`}`);
  return found;
}
