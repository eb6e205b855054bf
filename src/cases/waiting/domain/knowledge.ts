// What was known when: the clocks of a wait as they stood on record at the end of each day on which they changed (WAIT-44).
import { londonDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Folding } from '../../../kernel/decider.js';
import type { WaitEvent, WaitFact } from './events.js';
import type { Run, Wait } from './state.js';
import { waitKind } from './wait-kind.js';

/** From the end of this day on, these were the clocks on record. */
export interface Known {
  readonly from: CivilDate;
  readonly runs: readonly Run[];
}

export interface KnownWait {
  readonly wait: Wait;
  /** In order of recording; the last is what is known now. */
  readonly known: readonly Known[];
}

export const knownWait: Folding<KnownWait, WaitFact> = {
  category: waitKind.category,
  initial: { wait: waitKind.initial, known: [] },
  evolve: (before, event) => learnt(before, waitKind.evolve(before.wait, event), event),
  corrects: waitKind.corrects,
  corrected: (before, anew, event) =>
    learnt(before, waitKind.corrected?.(before.wait, anew.wait, event) ?? anew.wait, event),
};

const learnt = ({ wait, known }: KnownWait, next: Wait, { recordedAt }: Pick<WaitEvent, 'recordedAt'>): KnownWait => ({
  wait: next,
  known: sameRuns(next.runs, wait.runs) ? known : learn(known, londonDate(recordedAt), next.runs),
});

/** A correction folds them anew, also when it leaves them as they were. */
const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function learn(known: readonly Known[], from: CivilDate, runs: readonly Run[]): readonly Known[] {
  const before = known.filter((each) => each.from < from);
  return [...before, { from, runs }];
}
