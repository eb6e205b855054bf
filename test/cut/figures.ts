// What a run of cuts came to.
import type { KindOfWork, Outcome } from './take-turns.js';

export interface Figures {
  readonly what: string;
  readonly kills: number;
  /** Events whose being there was proved by hash (for lists: rows). */
  readonly facts: number;
  /** Appends of which the killed process never learnt how they ended. */
  readonly unsure?: number;
}

/** Every kind of work has a line, also that which failed or was not run: nothing looks proved by being left out. */
export function table(
  kinds: readonly Pick<KindOfWork, 'what'>[],
  outcomes: ReadonlyMap<string, Outcome>,
  seconds: number,
  seed: number,
): string {
  const all = [...outcomes.values()].reduce((sum, each) => sum + ('failed' in each ? 0 : each.kills), 0);
  const held = kinds.filter(({ what }) => isProved(outcomes.get(what))).length;
  return [
    '| what was killed | kills | proved by hash | ended unknown |',
    '| --- | --- | --- | --- |',
    ...kinds.map(({ what }) => lineOf(what, outcomes.get(what))),
    `${all} kills in ${seconds.toFixed(0)} s, seed ${seed}. ${held} of ${kinds.length} kinds of work were proved: nothing lost, nothing doubled.`,
  ].join('\n');
}

const isProved = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && !('failed' in outcome) && outcome.kills > 0 && outcome.facts > 0;

function lineOf(what: string, outcome: Outcome | undefined): string {
  if (outcome === undefined) return `| ${what} | NOT RUN | | |`;
  if ('failed' in outcome) return `| ${what} | FAILED | | |`;
  if (!isProved(outcome)) return `| ${what} | ${outcome.kills}, PROVED NOTHING | ${outcome.facts} | |`;
  return `| ${what} | ${outcome.kills} | ${outcome.facts} | ${outcome.unsure ?? ''} |`;
}
