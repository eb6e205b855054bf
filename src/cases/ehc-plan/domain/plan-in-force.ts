// Whether something may be said of a plan: there is one, it is in force on that day, and what must be told is told.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import { endOf } from './plan-status.js';
import type { Plan } from './state.js';

export const missing = (what: string): OnwardError =>
  new OnwardError('not-found', { detail: `There is no such ${what}.` });

export const already = (what: string, on: CivilDate, help: string): OnwardError =>
  new OnwardError('already-exists', { detail: `${what} is recorded already, on ${formatDate(on)}.`, help });

export function requirePlan(plan: Plan): void {
  if (!plan.made) throw missing('EHC plan');
}

/** What is dated after the end cannot be said of this plan; what happened before may still be recorded late. */
export function requireInForce(plan: Plan, on: CivilDate): void {
  requirePlan(plan);
  const end = endOf(plan);
  if (!end || on <= end.on) return;
  throw refuse(plan.movedOut ? 'EHC-51' : 'EHC-66', `The plan ended here on ${formatDate(end.on)}.`, {
    help: 'Record only what happened up to that day, or correct the date on which it ended.',
  });
}

/** A second thing by the same id would take the place of the first. */
export function requireFresh(known: readonly { readonly id: string }[], id: string, what: string): void {
  if (known.some((each) => each.id === id)) {
    throw new OnwardError('already-exists', { detail: `${what} by this id is recorded already.` });
  }
}

export function requireText(field: string, value: string | undefined, rule: string): string {
  if (value === undefined || value.trim() === '') throw invalid(field, 'must be given', rule);
  return value;
}
