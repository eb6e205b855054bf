// The form of the plan that is issued by order or agreement (EHC-76 to EHC-78).
import { form } from '../../../../engine/web/forms/form.js';
import { date, optionsOf, several } from '../../../../engine/web/forms/questions.js';
import { issueFinalPlan } from '../../commands/issue-final-plan.js';
import { recipients } from '../../domain/words.js';
import { ofOrders, orderOf } from '../../orders.js';
import { ended, type PlanForm, type PlanSubject } from './plan-form.js';

export const planByOrder: PlanForm = {
  group: 'appeal',
  needs: issueFinalPlan.name,
  offers: (plan) =>
    ended(plan) ? [] : ofOrders('Record the plan issued by it', ({ byPlan, plan: by }) => byPlan && !by)(plan),
  form: form({
    title: 'Record the plan issued by order or agreement',
    lead: 'Two weeks after the order for another school alone, five for the special educational provision, eleven or fourteen for a plan that is made (EHC-76 to EHC-78).',
    button: 'Record the plan',
    checkFirst: 'This complies with the order or the agreement. Record it only if the plan has been sent.',
    recorded: 'The plan issued by order or agreement is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it issued?', what: 'The day on which it was issued' }),
      recipients: several<string>({ label: 'Who got it?', options: optionsOf(recipients), none: 'Tick who got it' }),
    }),
    command: ({ on, recipients: got }, subject, context) => {
      const origin = orderOf(subject)?.kind === 'agreed' ? 'mediation' : 'tribunal';
      const details = { on, recipients: [...got], origin, orderId: subject.about } as const;
      return issueFinalPlan.of({ id: subject.plan.id }, { ...details, recipients: [...got] }, context);
    },
  }),
};
