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

export type Ending = 'called off' | 'missed';

/**
 * What became of it while it was unmet: called off, or missed where it can no longer be done and was late by then. What was met before
 * stays met, in the record and in the figures; what is recorded as done after all is done late.
 */
export function endingOf(
  { cancelledBy = [], lapsesBy }: CompiledRule,
  known: Known,
  met: Met | undefined,
  dueOn: CivilDate,
): Ending | undefined {
  let missed = false;
  const done = met !== undefined && met.on <= known.on;
  for (const name of cancelledBy) {
    const end = factAt(known, name);
    if (end === undefined || (met !== undefined && met.on <= sinceOf(end))) continue;
    if (!lapsesBy.includes(name) || dueOn >= sinceOf(end)) return 'called off';
    missed = true;
  }
  if (done) return undefined;
  missed ||= dueOn < known.on && lapsesBy.some((name) => factAt(known, name) !== undefined);
  return missed ? 'missed' : undefined;
}
