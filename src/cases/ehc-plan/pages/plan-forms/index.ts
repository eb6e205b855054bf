// Every form of a plan beside those of its reviews, by its name in the address.
import { formsOf } from '../../../../engine/use-cases/forms-of.js';
import { useCasesIn } from '../../../../engine/use-cases/use-case.js';
import { topics } from '../../topics.js';
import type { PlanForm } from './plan-form.js';

export const planForms: Readonly<Record<string, PlanForm>> = formsOf('plan', useCasesIn(...topics));

export const planFormOf = (step: string): PlanForm | undefined =>
  Object.hasOwn(planForms, step) ? planForms[step] : undefined;
