// How a step of the protocol stands, in a word and a colour. What the rules do not say is not said either.
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { days } from '../../../engine/web/present/dates.js';
import { statusTag, type Tag } from '../../../engine/web/present/deadline.js';
import type { WorkLine } from '../queries/work-view.js';
import type { StepState } from '../queries/protocol-on.js';

export interface StepLike {
  readonly state: StepState;
  readonly required: boolean;
  readonly late?: boolean;
  readonly opensOn?: string;
  readonly closesOn?: string;
}

/** `line` is the date that the rules have for it on that day; `ended`: the case is closed to CAMHS. */
export function stepTag(step: StepLike, line: WorkLine | undefined, asOf: CivilDate, ended: boolean): Tag {
  switch (step.state) {
    case 'done':
      if (step.late) return { text: 'Done late', colour: 'orange' };
      return line?.metOn ? statusTag(line, asOf) : { text: 'Done', colour: 'green' };
    case 'offered-and-declined':
      return { text: 'Offered and declined', colour: 'grey' };
    case 'not-possible':
      return { text: 'Not possible', colour: 'grey' };
    case 'not-yet':
      return { text: ended ? 'Not recorded' : 'Not yet', colour: 'grey' };
    case 'due':
    case 'overdue':
      return openTag(step, line, asOf, ended);
  }
}

function openTag({ required, state }: StepLike, line: WorkLine | undefined, asOf: CivilDate, ended: boolean): Tag {
  if (!required) return { text: 'Not required', colour: 'white' };
  if (line) return statusTag(line, asOf);
  // No rule asks for it on that day: it is neither late nor due.
  if (ended || state === 'overdue') return { text: 'Not recorded', colour: 'grey' };
  return { text: 'Open, no last day', colour: 'blue' };
}

/** In the register, where the case is open and its dates are not worked out one by one. */
export function nextStepTag(step: StepLike, asOf: CivilDate): Tag {
  const by = step.closesOn as CivilDate | undefined;
  if (step.state === 'overdue' && by !== undefined)
    return { text: `${days(daysBetween(by, asOf))} overdue`, colour: 'red' };
  if (step.state === 'due' && by !== undefined) return statusTag({ dueOn: by, metOn: null, status: 'due' }, asOf);
  return step.state === 'due' ? { text: 'Open, no last day', colour: 'blue' } : { text: 'Not yet', colour: 'grey' };
}
