// What of a plan's state the counts of absences go by; the same as stands in its rows.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CountedPlan } from './absence-tally.js';
import { oursSince } from './domain/dated-facts.js';
import { endOf } from './domain/plan-status.js';
import type { Plan } from './domain/state.js';
import { before, cohortOf } from './rows.js';
import { stillOn } from './tables.js';

export function countedPlan(
  plan: Plan,
  birthDate: CivilDate | undefined,
): Omit<CountedPlan, 'reviews' | 'goneOn'> | undefined {
  const { made, placements, cycles, lastReviewed } = plan;
  return (
    made && {
      heldFrom: oursSince(plan) ?? made.on,
      endedOn: endOf(plan)?.on ?? (stillOn as CivilDate),
      cohort: cohortOf(plan, birthDate),
      placements: placements.map(({ kind, outOfArea, from, to }) => ({
        kind,
        outOfArea: outOfArea === true,
        from: from?.on ?? before,
        to: to?.on ?? (stillOn as CivilDate),
      })),
      reviewedOn: [lastReviewed, ...cycles.map(({ decision }) => decision)].flatMap((entry) => entry?.on ?? []),
    }
  );
}
