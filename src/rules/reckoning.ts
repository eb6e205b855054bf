// What an expression becomes once compiled: a date that can be asked for and a sentence that explains it.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Known } from './facts.js';

/** A reckoned date and the fact from which, in the end, it was reckoned. */
export interface Moment {
  readonly on: CivilDate;
  readonly fact: string;
}

/** The facts and flags on which something turns: its outcome can only change on a day when one of them does. */
export interface Reads {
  readonly facts: readonly string[];
  readonly flags: readonly string[];
}

export interface Reckoning extends Reads {
  at(known: Known): Moment | undefined;
  /** Adds the sentences of the arithmetic and returns how the result is called. Only asked when `at` has an answer. */
  say(known: Known, sentences: string[]): string;
}

export const readsOf = (parts: readonly (Reads | undefined)[]): Reads => ({
  facts: [...new Set(parts.flatMap((part) => part?.facts ?? []))],
  flags: [...new Set(parts.flatMap((part) => part?.flags ?? []))],
});
