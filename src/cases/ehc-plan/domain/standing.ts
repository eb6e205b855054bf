// How a plan stands: in force, cease decided, ended. Derived from its dated facts, never stored.
import { addMonths, academicYearOf, ncYearOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { ceaseInForce } from './ceases.js';
import { latestOf, type Entry } from './entries.js';
import type { Placement, Plan } from './state.js';
import { outsideInstitutions } from './words.js';

export type PlanStatus =
  'none' | 'withdrawn' | 'maintained' | 'cease proposed' | 'cease decided' | 'ceased' | 'moved out';

/** EHC-66: "cease proposed" and "cease decided" are not "ceased": the plan is in force. */
export function statusOf(plan: Plan): { readonly status: PlanStatus; readonly since?: Entry } {
  if (!plan.made) return { status: plan.personId === undefined ? 'none' : 'withdrawn' };
  if (plan.ceased) return { status: 'ceased', since: plan.ceased };
  if (plan.movedOut) return { status: 'moved out', since: plan.movedOut };
  const cease = ceaseInForce(plan);
  if (cease?.decided) return { status: 'cease decided', since: cease.decided };
  if (cease?.proposed) return { status: 'cease proposed', since: cease.proposed };
  return { status: 'maintained', since: plan.movedIn ?? plan.made };
}

export const endOf = (plan: Plan): Entry | undefined => plan.ceased ?? plan.movedOut;

/** Made, or the latest final plan of whatever origin (EHC-32). */
export const lastIssued = (plan: Plan): Entry | undefined => latestOf([plan.made, ...plan.finals]);

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

/** The review whose process leads up to a phase transfer: the last one met or decided within twelve months before it. */
export const withinYearBefore = (day: CivilDate, transferOn: CivilDate): boolean =>
  day < transferOn && day >= addMonths(transferOn, -12);
