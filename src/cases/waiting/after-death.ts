// A wait ends with the child's death, on the day on which that is known, whether or not somebody has taken it off the list yet.
import { latest, type CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { Known } from './domain/knowledge.js';
import { isOnList, lastRun, type Run, type Wait } from './domain/state.js';

/** A death as it stood on record from the end of one day up to the end of another. */
export interface Death {
  readonly on: CivilDate;
  readonly eventId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export const deathsOf = (db: Statements, personId: string): Death[] =>
  db.all<Record<'on' | 'from' | 'to', CivilDate> & Record<'eventId', string>>(
    `SELECT died_on AS "on", event_id AS eventId, recorded_from AS "from", recorded_to AS "to" FROM person_death
     WHERE person_id = ? ORDER BY recorded_from`,
    personId,
  );

/** The clock stops on the day of the death, and on no later one. */
export function endedBy(death: Pick<Death, 'on' | 'eventId'> | undefined, runs: readonly Run[]): readonly Run[] {
  const last = runs[runs.length - 1];
  if (!death || !last || (last.end && last.end.on <= death.on)) return runs;
  const end = { on: latest(last.start, death.on), eventId: death.eventId, how: 'died' } as const;
  return [...runs.slice(0, -1), { ...last, end }];
}

/** What was known when, of the clocks and of the death together. */
export function knownWithDeaths(known: readonly Known[], deaths: readonly Death[]): readonly Known[] {
  const first = known[0];
  if (!first || deaths.length === 0) return known;
  const days = [...known.map(({ from }) => from), ...deaths.flatMap(({ from, to }) => [from, to])];
  const changes = [...new Set(days)].filter((day) => day >= first.from && day < never).sort();
  return changes.map((from) => {
    const runs = known.findLast((one) => one.from <= from)?.runs ?? [];
    return {
      from,
      runs: endedBy(
        deaths.find((death) => death.from <= from && from < death.to),
        runs,
      ),
    };
  });
}

export const deathNow = (deaths: readonly Death[]): Death | undefined => deaths.find(({ to }) => to === never);

/** The wait with its clock as the death left it; between two clocks it is over on the day of the death. */
export function afterDeath(
  wait: Wait,
  death: Death | undefined,
): { readonly wait: Wait; readonly endedOn?: CivilDate } {
  const start = lastRun(wait)?.start;
  const over = death && isOnList(wait) && start !== undefined ? latest(start, death.on) : undefined;
  return { wait: { ...wait, runs: endedBy(death, wait.runs) }, endedOn: over };
}
