// By what two records are weighed: how often each agreement is found between records of one person, and between those of two.
import json from './model.json' with { type: 'json' };

interface Chance {
  /** How often this is found between two records of one person. */
  readonly m: number;
  /** How often between records of two people. */
  readonly u: number;
}

export type Compared = keyof typeof json.comparisons;
export type Level = 'same' | 'part' | 'similar' | 'swapped' | 'a-day-apart' | 'one-digit' | 'near' | 'differs';

export interface Model {
  /** Stands beside every decision that was made by it. */
  readonly version: number;
  /** Out of how many people a candidate is one, before anything was compared. */
  readonly oneIn: number;
  /** From this probability on nobody is asked. */
  readonly theSame: number;
  /** From this probability on a person must say. */
  readonly asks: number;
  readonly comparisons: Readonly<Record<Compared, Readonly<Partial<Record<Level, Chance>>>>>;
}

export const matchingModel: Model = json;

/** In bits: each one more doubles the odds. Nothing for what could not be compared. */
export function weightOf({ comparisons }: Model, compared: Compared, level: Level): number {
  const chance = comparisons[compared][level];
  return chance === undefined ? 0 : Math.log2(chance.m / chance.u);
}

export const priorOf = ({ oneIn }: Model): number => -Math.log2(oneIn - 1);
