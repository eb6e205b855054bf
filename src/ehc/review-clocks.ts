// The clocks of a review from the state of its plan, and that state as it would be with another meeting: pure.
import { latest, type CivilDate } from '../kernel/calendar/index.js';
import { deadlinesOf } from '../worklist/deadline-table.js';
import { holdsOn } from '../rules/deadline.js';
import { withCycle } from './domain/cycles.js';
import { entriesOf } from './domain/entries.js';
import { subjectsOf } from './domain/facts.js';
import { nextReview } from './domain/facts-cycle.js';
import type { Birth } from './domain/facts-common.js';
import type { Plan } from './domain/state.js';
import { clockLine, type ReviewClock } from './queries/review-clock-view.js';

const supposed = 'what-if';

/** `supposing` is a day that has not come: what is reckoned from it is known as of that day. */
export function clockOf(
  planId: string,
  plan: Plan,
  birth: Birth | undefined,
  cycleId: string,
  asOf: CivilDate,
  supposing: CivilDate = asOf,
): ReviewClock | undefined {
  const begun = cycleId === nextReview && plan.cycles.some(({ id }) => id === supposed);
  const subject = subjectsOf(planId, plan, birth).find(
    ({ scope, id }) => scope === 'cycle' && id === (begun ? supposed : cycleId),
  );
  if (!subject) return undefined;
  const known = latest(asOf, supposing);
  const lines = deadlinesOf(subject)
    .filter((deadline) => holdsOn(deadline, known))
    .map((deadline) => clockLine(subject.id, deadline, asOf))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return { cycleId: subject.id, label: subject.label, lines };
}

/** Every clock as if the meeting were on that day; and, should the decision on the last day in time be to amend, the final plan's. */
export function clockIfMeetingOn(
  planId: string,
  plan: Plan,
  birth: Birth | undefined,
  cycleId: string,
  asOf: CivilDate,
  on: CivilDate,
): ReviewClock | undefined {
  const held = withMeetingOn(plan, cycleId, on);
  const clock = clockOf(planId, held, birth, cycleId, asOf, on);
  const decideBy = clock?.lines.find(({ key }) => key === 'decision')?.dueOn;
  if (!clock || decideBy === undefined) return clock;
  const decided = withCycle(held, clock.cycleId, () => ({
    decision: { on: decideBy, eventId: supposed, outcome: 'amend', proposedChanges: 'attached' },
  }));
  const final = clockOf(planId, decided, birth, cycleId, asOf, decideBy)?.lines.filter(
    ({ key }) => key === 'finalPlan',
  );
  return { ...clock, lines: [...clock.lines, ...(final ?? [])] };
}

/** What was recorded after the meeting is put aside: it belongs to the other day. */
function withMeetingOn(plan: Plan, cycleId: string, on: CivilDate): Plan {
  const id = cycleId === nextReview ? supposed : cycleId;
  const meeting = { on, eventId: supposed };
  const known = plan.cycles.find((cycle) => cycle.id === id);
  const steps = known ? entriesOf(known).map((entry) => entry.on) : [];
  const arrangedOn = [...steps, on].sort()[0] ?? on;
  return withCycle(plan, id, ({ arranged }) => ({
    meeting: { ...meeting, attended: [] },
    arranged: [...arranged, { on: arrangedOn, eventId: supposed, meetingOn: meeting }],
    report: undefined,
    decision: undefined,
    notice: undefined,
    services: [],
    representations: [],
    waived: undefined,
    dropped: undefined,
    stated: [],
  }));
}
