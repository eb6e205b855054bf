// The deadlines that held on a day: nothing is due, late or asked of anybody after a death; what was done before stays done.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Deadline } from '../../rules/deadline.js';
import { holdsOn, metAsOf } from '../../rules/deadline.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import { deadlinesOf } from './deadline-rows.js';

export function deadlinesOn(
  subject: DeadlineSubject,
  on: CivilDate,
  { diedOn }: { readonly diedOn?: CivilDate } = {},
): Deadline[] {
  const over = diedOn !== undefined && diedOn <= on;
  return deadlinesOf(subject).filter(
    (deadline) => holdsOn(deadline, on) && (!over || metAsOf(deadline, on) !== undefined),
  );
}
