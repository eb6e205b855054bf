// What the forms of a plan share: what they know, where they are offered, and how a plan stands for them.
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import type { OfferedForm } from '../../../../engine/web/forms/offered-form.js';
import type { PlanFact } from '../../queries/list-plan-facts.js';
import type { EhcPlanView } from '../../queries/plan-view.js';

/** In the order in which the plan's page names them. */
export const planGroups = {
  early: 'Early review',
  amendment: 'Amendment without a review',
  phase: 'Phase transfer',
  placement: 'Placement, year and needs',
  move: 'Moving between authorities',
  appeal: 'Mediation and appeals',
  cease: 'Ceasing the plan',
  rights: 'Whose the rights are',
  age: 'Past 25',
} as const;
type PlanGroup = keyof typeof planGroups | 'correction';

export interface PlanSubject {
  readonly plan: EhcPlanView;
  /** The request, letter, appeal, placement or event that is meant. */
  readonly about: string;
  readonly today: CivilDate;
  /** The dated facts of the event that is to be put right; none for the other forms. */
  readonly facts: readonly PlanFact[];
}

export type PlanForm = OfferedForm<PlanSubject, EhcPlanView, PlanGroup>;

/** One link about the plan itself, where there is nothing in it to be named. */
export const aboutThePlan =
  (text: string, when: (plan: EhcPlanView) => boolean = () => true) =>
  (plan: EhcPlanView) =>
    when(plan) ? [{ about: 'plan', text }] : [];

export const ended = ({ status }: EhcPlanView): boolean => status === 'ceased' || status === 'moved out';

/** The same for what may be said of a plan that has ended too, and is of no use then. */
export const inForce = (text: string) => aboutThePlan(text, (plan) => !ended(plan));
