// What must be true of the order of a wait's dates, whatever was corrected.
import { refuse } from '../../../kernel/errors.js';
import { lastRun, type Wait } from './state.js';

/** Nothing before its clock started, no end before its start, no clock before the one before it ended. */
export function requireOrder(wait: Wait): void {
  const { runs, firstContact, removed, segments, help, contacts } = wait;
  const first = runs[0]?.start;
  const whole = [firstContact, ...Object.values(segments), ...Object.values(help), ...contacts.flat()];
  const inOrder =
    first !== undefined &&
    whole.every((each) => each === undefined || each.on >= first) &&
    runs.every(({ start, end }, index) => {
      const next = runs[index + 1];
      return (
        (end === undefined || end.on >= start) && (next === undefined || (end !== undefined && next.start >= end.on))
      );
    }) &&
    (removed === undefined || removed.on >= (lastRun(wait)?.start ?? first));
  if (inOrder) return;
  throw refuse('WAIT-44', 'After this correction something of this wait would stand before the start of its clock.', {
    help: 'Correct the clock start, or what came after this fact, first.',
  });
}
