// The clocks of a review from the state of its plan, and that state as it would be with another meeting: pure.
import { latest, type CivilDate } from '../../kernel/calendar/index.js';
import { underChoices, type Choices } from '../../rules/chosen-settings.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import { holdsOn } from '../../rules/deadline.js';
import { deadlinesOf } from '../../engine/deadlines/deadline-rows.js';
import { amendmentNoticeOf, outcomeOf, type Cycle } from './domain/cycle-state.js';
import { withCycle } from './domain/cycles.js';
import { entriesOf } from './domain/entries.js';
import { supposed, type Birth } from './domain/dated-facts.js';
import { nextReview } from './domain/facts-cycle.js';
import { subjectsOf } from './domain/facts.js';
import { withinYearBefore } from './domain/cycles.js';
import type { Plan } from './domain/state.js';
import { clockLine, type ClockLine, type ReviewClock } from './queries/review-clock-view.js';

/** A plan with all that its dates are reckoned from: the same as its rows are. */
export interface PlanReckoned {
  readonly id: string;
  readonly plan: Plan;
  readonly birth?: Birth;
  /** How its authority and the area read the rules (docs/adr/0046). */
  readonly choices: Choices;
}

const subjectsUnderChoices = ({ id, plan, birth, choices }: PlanReckoned): readonly DeadlineSubject[] =>
  underChoices(subjectsOf(id, plan, birth), choices);

/** `supposing` is a day that has not come: what is reckoned from it is known as of that day. */
export function clockOf(
  of: PlanReckoned,
  cycleId: string,
  asOf: CivilDate,
  supposing: CivilDate = asOf,
): ReviewClock | undefined {
  const begun = cycleId === nextReview && of.plan.cycles.some(({ id }) => id === supposed);
  const subject = subjectsUnderChoices(of).find(
    ({ scope, id }) => scope === 'cycle' && id === (begun ? supposed : cycleId),
  );
  if (!subject) return undefined;
  const lines = linesOf(subject, asOf, latest(asOf, supposing));
  return { cycleId: subject.id, label: subject.label, lines: inOrder(lines) };
}

const linesOf = (subject: DeadlineSubject, asOf: CivilDate, known: CivilDate): ClockLine[] =>
  deadlinesOf(subject)
    .filter((deadline) => holdsOn(deadline, known))
    // By the supposed day a step may have been missed; on the day of asking it is still to be done.
    .map((deadline) => ({ ...deadline, missed: deadline.missed === true && deadline.validFrom <= asOf }))
    .map((deadline) => clockLine(subject.id, deadline, asOf));

const inOrder = (lines: readonly ClockLine[]): ClockLine[] => [...lines].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

/** What hangs on a decision to amend: its notice and the final plan (EHC-24, EHC-26, EHC-27). */
const ifAmended = ['amendmentNotice', 'finalPlan'];

/**
 * Every clock as if the meeting were on that day, with the limits of the phase transfer that the review leads up to (EHC-45). Where nothing is
 * decided, also those of a decision to amend. Nothing is supposed but the meeting and that decision: a letter that nobody sent starts no clock.
 */
export function clockIfMeetingOn(
  of: PlanReckoned,
  cycleId: string,
  asOf: CivilDate,
  on: CivilDate,
): ReviewClock | undefined {
  const held = withMeetingOn(of.plan, cycleId, on);
  const clock = clockOf({ ...of, plan: held }, cycleId, asOf, on);
  if (!clock) return undefined;
  const known = latest(asOf, on);
  const subjects = subjectsUnderChoices({ ...of, plan: held });
  const cycle = held.cycles.find(({ id }) => id === clock.cycleId);
  const amended = cycle && outcomeOf(cycle) ? [] : amendmentLines(subjects, clock.cycleId, asOf, known);
  const leadsTo = held.transfers.filter(({ transferOn }) => withinYearBefore(on, transferOn.on)).map(({ id }) => id);
  const phases = subjects
    .filter(({ scope, id }) => scope === 'phase' && leadsTo.includes(id))
    .flatMap((subject) => linesOf(subject, asOf, known));
  return { ...clock, lines: inOrder([...clock.lines, ...amended, ...phases]) };
}

function amendmentLines(
  subjects: readonly DeadlineSubject[],
  cycleId: string,
  asOf: CivilDate,
  known: CivilDate,
): ClockLine[] {
  return subjects
    .filter(({ scope, id }) => scope === 'cycle' && id === cycleId)
    .map((subject): DeadlineSubject => ({ ...subject, flags: { ...subject.flags, outcome: 'amend' } }))
    .flatMap((subject) => linesOf(subject, asOf, known))
    .filter(({ key }) => ifAmended.includes(key))
    .map((line) => ({ ...line, ifAmended: true, basis: ['if the decision is to amend the plan', ...line.basis] }));
}

/** What belongs to the meeting that was is put aside; a letter that was sent on that day or later was sent all the same. */
function withMeetingOn(plan: Plan, cycleId: string, on: CivilDate): Plan {
  const id = cycleId === nextReview ? supposed : cycleId;
  const meeting = { on, eventId: supposed };
  const known = plan.cycles.find((cycle) => cycle.id === id);
  const steps = known ? entriesOf(known).map((entry) => entry.on) : [];
  const arrangedOn = [...steps, on].sort()[0] ?? on;
  const sent = known && (known.decision ?? amendmentNoticeOf(known));
  return withCycle(plan, id, ({ arranged }) => ({
    meeting: { ...meeting, attended: [] },
    arranged: [...arranged, { on: arrangedOn, eventId: supposed, meetingOn: meeting }],
    report: undefined,
    ...(sent && sent.on >= on ? {} : nothingSent),
  }));
}

const nothingSent = {
  decision: undefined,
  notice: undefined,
  services: [],
  representations: [],
  waived: undefined,
  dropped: undefined,
  stated: [],
} as const satisfies Partial<Cycle>;
