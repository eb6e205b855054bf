// Every form of a plan beside those of its reviews, by its name in the address.
import { formsOf } from '../../../../engine/use-cases/forms-of.js';
import { useCasesIn } from '../../../../engine/use-cases/use-case.js';
import { topics } from '../../topics.js';
import { amendmentForms } from './amendment.js';
import { concede, determine, mediation, registerAppeal } from './appeals.js';
import { correctDate, withdraw } from './corrections.js';
import { agreement, orderStep, planByOrder, refusal } from './orders.js';
import type { PlanForm } from './plan-form.js';
import { explainRights } from './rights.js';
import { actDone, appealNotice, fixDate } from './tribunal.js';

export const planForms: Readonly<Record<string, PlanForm>> = {
  ...formsOf('plan', useCasesIn(...topics)),
  ...amendmentForms,
  mediation,
  appeal: registerAppeal,
  'appeal-notice': appealNotice,
  'tribunal-date': fixDate,
  'tribunal-act': actDone,
  'not-opposed': concede,
  'tribunal-order': determine,
  'plan-by-order': planByOrder,
  refusal,
  'mediation-agreement': agreement,
  'order-step': orderStep,
  rights: explainRights,
  correct: correctDate,
  withdraw,
};

export const planFormOf = (step: string): PlanForm | undefined =>
  Object.hasOwn(planForms, step) ? planForms[step] : undefined;
