// Whether a rule is met, begun or called off by the facts on record.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { CompiledRule } from './compile-pack.js';
import { factAt, sinceOf } from './facts.js';
import type { Fact, Facts, Known } from './facts.js';

export interface Met {
  readonly on: CivilDate;
  readonly by: string;
  readonly notEvidenced: boolean;
}

/** Met by all of its facts on the day of the last, or by any of them on the day of the first. */
export function metOf({ metFacts, metBy }: CompiledRule, facts: Facts): Met | undefined {
  let found: Fact | undefined;
  let notEvidenced = false;
  for (const name of metFacts) {
    const fact = facts[name];
    if (fact === undefined) {
      if (metBy === 'all') return undefined;
      continue;
    }
    notEvidenced ||= metBy === 'all' && fact.notEvidenced === true;
    if (found === undefined || (metBy === 'all' ? fact.on > found.on : fact.on < found.on)) found = fact;
  }
  return found && { on: found.on, by: found.eventId, notEvidenced: notEvidenced || found.notEvidenced === true };
}

/** The first day on which anything showed that the step was begun, a part of what meets it included. */
export function beganOn({ beganFacts, beganEvidenced }: CompiledRule, facts: Facts): CivilDate | undefined {
  let first: CivilDate | undefined;
  const look = (fact: Fact | undefined) => {
    if (fact !== undefined && (first === undefined || sinceOf(fact) < first)) first = sinceOf(fact);
  };
  for (const name of beganFacts) look(facts[name]);
  for (const name of beganEvidenced) if (facts[name]?.notEvidenced !== true) look(facts[name]);
  return first;
}

/** Called off while unmet. What was met before stays met, in the record and in the figures. */
export function isCancelled({ cancelledBy }: CompiledRule, known: Known, met: Met | undefined): boolean {
  if (cancelledBy === undefined) return false;
  for (const name of cancelledBy) {
    const end = factAt(known, name);
    if (end !== undefined && (met === undefined || met.on > sinceOf(end))) return true;
  }
  return false;
}
