// The forms of refusals, mediation agreements, and what is done under an order or an agreement (EHC-75 to EHC-78).
import { formatDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionalDate, optionsOf, several, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { inWords } from '../../../../engine/web/present/words.js';
import { agreeInMediation } from '../../commands/agree-in-mediation.js';
import { doOrderStep } from '../../commands/do-order-step.js';
import { issueFinalPlan } from '../../commands/issue-final-plan.js';
import { notifyRefusal } from '../../commands/notify-refusal.js';
import { agreedActs, recipients, refusals, type AgreedAct, type OrderStep, type Refusal } from '../../domain/words.js';
import type { EhcPlanView, OrderView } from '../../queries/plan-view.js';
import { ofLetters } from './appeals.js';
import { ended, type PlanForm, type PlanSubject } from './plan-form.js';

const kinds: Readonly<Record<string, string>> = {
  ordered: 'order',
  conceded: 'unopposed appeal',
  agreed: 'agreement',
};

export const orderTitle = ({ kind, start, act }: OrderView): string =>
  `${kinds[kind] ?? kind} of ${formatDate(start.on as CivilDate)}: ${inWords(act)}`;

const ofOrders =
  (text: string, when: (order: OrderView) => boolean) =>
  ({ orders }: EhcPlanView) =>
    orders.filter(when).map((order) => ({ about: order.id, text: `${text}, ${orderTitle(order)}` }));

const orderOf = ({ plan, about }: PlanSubject): OrderView | undefined => plan.orders.find(({ id }) => id === about);

export const refusal: PlanForm = {
  group: 'appeal',
  needs: notifyRefusal.name,
  // After the end of a plan too: the family may ask anew. What moved is another authority's to refuse.
  offers: ({ status }) =>
    status === 'moved out' ? [] : [{ about: 'plan', text: 'Record a refusal to assess again, or to make a plan' }],
  form: form({
    title: 'Record a refusal to assess again, or to make a plan',
    lead: 'The family can appeal against it (EHC-75). An order of the Tribunal to assess or to make a plan is recorded on that appeal (EHC-76).',
    button: 'Record the refusal',
    checkFirst: 'The time for an appeal runs from this day. Check it against the letter.',
    recorded: 'The refusal is recorded. It is among the letters that can be appealed against.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
      refusal: one<Refusal>({
        label: 'What was refused?',
        options: [
          { value: refusals[0], text: 'To assess, or to assess again' },
          { value: refusals[1], text: 'To make a plan' },
        ],
        none: 'Choose what was refused (EHC-75)',
      }),
      appealRightsGiven: yesOrNo({
        label: 'Does it give the right of appeal?',
        none: 'Say whether it gives the right of appeal',
      }),
    }),
    command: (answers, { plan }, context) => notifyRefusal.of({ id: plan.id }, answers, context),
  }),
};

const actHints: Readonly<Partial<Record<AgreedAct, string>>> = {
  'amend-provision': 'Sections B and F, also with I: within five weeks',
  'amend-placement': 'Section I alone: within two weeks',
  'not-appealable': 'Within two weeks',
};

export const agreement: PlanForm = {
  group: 'appeal',
  needs: agreeInMediation.name,
  offers: ofLetters('Record a mediation agreement, letter of'),
  form: form({
    title: 'Record a mediation agreement',
    lead: 'What could be appealed is due as if the Tribunal had ordered it on the day of the agreement, anything else within two weeks, unless the parties agreed other limits in writing (EHC-78).',
    button: 'Record the agreement',
    checkFirst: 'The time for what was agreed runs from this day. Check it against the written agreement.',
    recorded: 'The agreement is recorded. What must follow is among what is due.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'Of which day is the written agreement?', what: 'The day of the agreement' }),
      act: one<AgreedAct>({
        label: 'What was agreed?',
        options: optionsOf(agreedActs, actHints),
        none: 'Choose what was agreed (EHC-78)',
      }),
      councilTookPart: yesOrNo({
        label: 'Did the council take part?',
        hint: 'If not, the ICB tells it of the agreement within one week',
        none: 'Say whether the council took part (EHC-78)',
      }),
      limitOn: optionalDate({
        label: 'Another limit, if the parties agreed one in writing',
        what: 'The day that they agreed',
        mayBeAhead: true,
      }),
    }),
    command: (answers, { plan, about }, context) =>
      agreeInMediation.of({ id: plan.id }, { ...answers, letterEventId: about }, context),
  }),
};

export const orderStep: PlanForm = {
  group: 'appeal',
  needs: doOrderStep.name,
  offers: ofOrders('Record what was done', ({ left }) => left.length > 0),
  form: form({
    title: 'Record what was done under an order or an agreement',
    lead: 'The plan that was amended by it is recorded as the plan by order (EHC-76, EHC-78).',
    button: 'Record it',
    recorded: 'It is recorded what was done.',
    questions: (subject: PlanSubject) => ({
      on: date({ label: 'When was it done?', what: 'The day on which it was done' }),
      step: one<OrderStep>({
        label: 'What was done?',
        options: optionsOf(orderOf(subject)?.left ?? []),
        none: 'Choose what was done',
      }),
    }),
    command: (answers, { plan, about }, context) =>
      doOrderStep.of({ id: plan.id, orderId: about }, { ...answers }, context),
  }),
};

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
