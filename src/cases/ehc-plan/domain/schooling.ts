// Where the young person learns on a day, and in which year.
import { academicYearOf, ageOn, ncYearOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { latestOf } from './entries.js';
import type { Placement, Plan } from './state.js';
import { outsideInstitutions } from './words.js';

/** CAL-14: compulsory school age starts at five, and nobody is in early years two years after it. Error: `refused-by-rule`. */
export function requireEarlyYears(birthDate: CivilDate | undefined, on: CivilDate, field: string): void {
  if (birthDate === undefined || birthDate > on || ageOn(birthDate, on).years < schoolAge + 2) return;
  throw refuse('CAL-14', `At ${ageOn(birthDate, on).years} nobody is in early years.`, {
    help: 'Check that it is the right child, and the day.',
    fields: [{ field, problem: 'is of early years' }],
  });
}

const schoolAge = 5;

/** Of several at once the one of first rank; a placement without a start counts from the beginning. */
export function placementOn({ placements }: Plan, day: CivilDate): Placement | undefined {
  const current = placements.filter(({ from, to }) => (!from || from.on <= day) && (!to || day <= to.on));
  return [...current].sort(
    (a, b) => (a.rank ?? 1) - (b.rank ?? 1) || ((a.from?.on ?? '') < (b.from?.on ?? '') ? 1 : -1),
  )[0];
}

/** EHC-13 or EHC-14: whether there is a head or principal to invite and consult. Not known counts as yes. */
export function attendsSetting(plan: Plan, day: CivilDate): boolean {
  const placement = placementOn(plan, day);
  return !placement || (!outsideInstitutions.includes(placement.kind) && placement.setting !== 'OPA');
}

/** CAL-14: the recorded year group, moved on by the school years since; else the one of the birth date. */
export function yearGroupOn(plan: Plan, day: CivilDate, birthDate: CivilDate | undefined): number | undefined {
  const recorded = latestOf(plan.yearGroups.filter((each) => each.on <= day));
  if (!recorded) return birthDate === undefined || birthDate > day ? undefined : ncYearOn(birthDate, day);
  const start = (date: CivilDate): number => Number(academicYearOf(date).from.slice(0, 4));
  return recorded.yearGroup + start(day) - start(recorded.on);
}
