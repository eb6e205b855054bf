// How a plan stands: in force, cease decided, ended. Derived from its dated facts, never stored.
import { ceaseInForce } from './ceases.js';
import { latestOf, type Entry } from './entries.js';
import type { Plan } from './state.js';

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
