// How long a command took, as it tells it.
import { stopwatch } from '../../kernel/clock.js';

/** Starts to measure; answers what has passed since, like `3.2 s`. */
export function timed(): () => string {
  const seconds = stopwatch();
  return () => `${seconds().toFixed(1)} s`;
}
