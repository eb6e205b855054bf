// Marks a step as settled, under the name that the rules have for it.
import type { Done, Settled, View } from './state.js';

export const settle = <V extends View>(view: V, fact: string, entry: Settled): V => ({
  ...view,
  settled: { ...view.settled, [fact]: entry },
});

/** The earliest done counts: a second opening, meeting or plan does not move the first. */
export function settleFirst<V extends View>(view: V, fact: string, done: Done): V {
  const there = view.settled[fact];
  return there?.outcome === 'done' && there.on <= done.on ? view : settle(view, fact, { ...done, outcome: 'done' });
}
