// Every form of a plan beside those of its reviews, by its name in the address.
import { formsOf } from '../../../../engine/use-cases/forms-of.js';
import { useCasesIn } from '../../../../engine/use-cases/use-case.js';
import { topics } from '../../topics.js';
import { amendmentForms } from './amendment.js';
import { correctDate, withdraw } from './corrections.js';
import { planByOrder } from './plan-by-order.js';
import type { PlanForm } from './plan-form.js';
import { explainRights } from './rights.js';

export const planForms: Readonly<Record<string, PlanForm>> = {
  ...formsOf('plan', useCasesIn(...topics)),
  ...amendmentForms,
  'plan-by-order': planByOrder,
  rights: explainRights,
  correct: correctDate,
  withdraw,
};

export const planFormOf = (step: string): PlanForm | undefined =>
  Object.hasOwn(planForms, step) ? planForms[step] : undefined;
