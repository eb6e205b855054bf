// What a decision about a plan must know of the young person: that they are registered, and their birth date.
import type { Journal } from '../../store/journal.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound } from '../../kernel/errors.js';
import { birthDateOf } from '../../engine/person/person-then.js';
import { ehcPlanKind } from './domain/plan-kind.js';

/** Error: `not-found`. */
export async function requireYoungPerson(journal: Journal, personId: string): Promise<void> {
  if (!(await birthDateOf(journal, personId))) throw notFound('young person', personId);
}

/** Undefined when there is no such plan, or the birth date was destroyed with the person's key (REC-12). */
export async function birthDateOfPlan(journal: Journal, planId: string): Promise<CivilDate | undefined> {
  const { personId } = (await journal.load(ehcPlanKind, planId)).state;
  return personId === undefined ? undefined : (await birthDateOf(journal, personId))?.on;
}

/** What was sent, with the birth date of whose plan it is. */
export const withBirthDate = async <Details extends object>(
  { at, details, on }: { readonly at: { readonly id: string }; readonly details: Details; readonly on: CivilDate },
  journal: Journal,
) => ({ ...details, on, birthDate: await birthDateOfPlan(journal, at.id) });
