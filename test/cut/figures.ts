// What a run of cuts came to.

export interface Figures {
  readonly what: string;
  readonly kills: number;
  /** Events whose being there was proved by hash (for lists: rows). */
  readonly facts: number;
  /** Appends of which the killed process never learnt how they ended. */
  readonly unsure?: number;
}

/** Only what came through stands in it: what failed is said by its test, and leaves the run not whole. */
export const table = (figures: readonly Figures[], seconds: number, seed: number): string =>
  [
    '| what was killed | kills | proved by hash | ended unknown |',
    '| --- | --- | --- | --- |',
    ...figures.map(({ what, kills, facts, unsure }) => `| ${what} | ${kills} | ${facts} | ${unsure ?? ''} |`),
    `${figures.reduce((sum, { kills }) => sum + kills, 0)} kills in ${seconds.toFixed(0)} s, seed ${seed}. Each line was proved: nothing lost, nothing doubled. A part that is missing failed, or had no time left.`,
  ].join('\n');
