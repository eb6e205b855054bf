// A plan as it was on a day: what happened later has not happened yet.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { inOrder } from './cycles.js';
import { mapEntries } from './entries.js';
import type { Plan } from './state.js';

/** A further date of a fact (the meeting that is arranged) stands with the fact; it may lie ahead. */
export function planAsOf(plan: Plan, asOf: CivilDate): Plan {
  const then = mapEntries(plan, (entry) => (entry.field !== undefined || entry.on <= asOf ? entry : undefined));
  return { ...then, cycles: inOrder(then.cycles) };
}
