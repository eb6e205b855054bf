// Steps as settled, under the names that the rules have for them. Every time is kept: there may be a second joint meeting.
import type { Done, Settled, Transition } from './state.js';

export const settle = <V extends Transition>(view: V, fact: string, entry: Settled): V => ({
  ...view,
  settled: {
    ...view.settled,
    [fact]: [...(view.settled[fact] ?? []), entry].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  },
});

export const settleDone = <V extends Transition>(view: V, fact: string, done: Done): V =>
  settle(view, fact, { ...done, outcome: 'done' });

/** What counts for the rules: the first time it was done; what was never done, as it was declined or not possible last. */
export function settledAs({ settled }: Pick<Transition, 'settled'>, fact: string): Settled | undefined {
  const times = settled[fact] ?? [];
  return times.find(({ outcome }) => outcome === 'done') ?? times[times.length - 1];
}

/** The times when it was done: only those start clocks. */
export const timesDone = ({ settled }: Pick<Transition, 'settled'>, fact: string): readonly Settled[] =>
  (settled[fact] ?? []).filter(({ outcome }) => outcome === 'done');
