// What a case offers to the rules: dated facts, flags and settings, and how they stood on a given day.
import type { CivilDate } from '../kernel/calendar/index.js';

/** One dated fact of a subject (a review cycle, a plan, a transition). */
export interface Fact {
  /** The date that the rules reckon with. May lie ahead: a meeting that is arranged, a transfer that is due. */
  readonly on: CivilDate;
  readonly eventId: string;
  /** From which day the fact counts; `on` when left out. A date that is agreed ahead counts from the day it was agreed. */
  readonly since?: CivilDate;
  /** What held before it: a date that was agreed and then agreed anew. Up to `since` of this one the earlier one counts. */
  readonly before?: Fact;
  /** Nobody says that it happened: somebody asks what would follow if it did. Every sentence about it says so. */
  readonly supposed?: boolean;
  /** Somebody's word or an import without the document that would prove it. */
  readonly notEvidenced?: boolean;
}

export type Facts = Readonly<Record<string, Fact | undefined>>;

/** A plain string has been so all along; with `since`, only from that day. */
export type Flag = string | { readonly is: string; readonly since: CivilDate };
export type Flags = Readonly<Record<string, Flag | undefined>>;

/** Chosen readings and service standards by setting id (`AMB-01`); what is left out takes the pack's default. */
export type Settings = Readonly<Record<string, string | number | undefined>>;

/** Everything on record as it stood at the end of the day `on`. */
export interface Known {
  readonly facts: Facts;
  readonly flags: Flags;
  readonly on: CivilDate;
}

export const sinceOf = (fact: Fact): CivilDate => fact.since ?? fact.on;

export function factAt({ facts, on }: Known, name: string): Fact | undefined {
  let fact = facts[name];
  while (fact !== undefined && sinceOf(fact) > on) fact = fact.before;
  return fact;
}

export function flagAt({ flags, on }: Known, name: string): string | undefined {
  const flag = flags[name];
  if (flag === undefined || typeof flag === 'string') return flag;
  return flag.since <= on ? flag.is : undefined;
}
