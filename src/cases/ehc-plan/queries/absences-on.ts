// How many plans of which cohorts are in force on a day and have a late review, from the counts that are kept (docs/adr/0056).
import { academicYearOf, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { tallyOn, entriesOfSome, without } from '../../../engine/processing/tally.js';
import { onHold } from '../../../engine/deadlines/nothing-asked.js';
import { absenceTally, isYearCohort, yearCohort } from '../absence-tally.js';
import { schoolPhases } from './overdue-filter.js';

export interface AbsenceCounts {
  readonly plans: number;
  readonly absent: number;
  readonly overdue: number;
}

export interface AbsencesOn {
  /** Of some cohorts together; a plan stands in one cohort of year groups, and may stand in several others. */
  of(cohorts: readonly string[]): AbsenceCounts;
  /** Of no known year group, or beyond every phase of school on that day. */
  ofNoPhase(): AbsenceCounts;
}

const heldPlans = `SELECT p.id FROM ehc_plan p WHERE ${onHold('p.person_id', '?')}`;

/** As many rows as there are cohorts and months, however many plans. */
export function absencesOn(db: Statements, asOf: CivilDate): AbsencesOn {
  // Kept counts know of deaths; whoever is only said to have died is as yet among them, and nothing is asked of those either.
  const held = entriesOfSome(db, absenceTally, heldPlans, asOf);
  const counts = (what: keyof AbsenceCounts) => without(tallyOn(db, absenceTally, what, asOf), held, what, asOf);
  const [plans, absent, overdue] = [counts('plans'), counts('absent'), counts('overdue')];
  const sum = (from: ReadonlyMap<string, number>, cohorts: readonly string[]): number =>
    cohorts.reduce((so, cohort) => so + (from.get(cohort) ?? 0), 0);
  const of = (cohorts: readonly string[]): AbsenceCounts => ({
    plans: sum(plans, cohorts),
    absent: sum(absent, cohorts),
    overdue: sum(overdue, cohorts),
  });
  const ofNoPhase = () => {
    const known = new Set(phases.flatMap((phase) => cohortsOf(phase, asOf)));
    return of([...plans.keys()].filter((cohort) => isYearCohort(cohort) && !known.has(cohort)));
  };
  return { of, ofNoPhase };
}

/** The cohorts that are in a phase of school in the school year of that day (CAL-14). */
export function cohortsOf(phase: keyof typeof schoolPhases, asOf: CivilDate): string[] {
  const start = Number(academicYearOf(asOf).from.slice(0, 4));
  const [first, last] = schoolPhases[phase];
  return Array.from({ length: last - first + 1 }, (_, index) => yearCohort(start - last + index));
}

export const phases = Object.keys(schoolPhases) as readonly (keyof typeof schoolPhases)[];
