// What is done under an order of the Tribunal, an appeal that is not opposed, or a mediation agreement (EHC-76 to EHC-78).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionsOf } from '../../engine/web/forms/questions.js';
import { inWords } from '../../engine/web/present/words.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { ehcEvents as events } from './domain/events.js';
import { ordersOf, stepsOfOrder } from './domain/orders.js';
import { already, missing, requirePlan } from './domain/plan-in-force.js';
import { orderSteps, type OrderStep } from './domain/words.js';
import type { PlanSubject } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';
import type { EhcPlanView, OrderView } from './queries/plan-view.js';

export class DoneUnderOrder {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: orderSteps }) @IsIn(orderSteps) step: OrderStep;
}

const kinds: Readonly<Record<string, string>> = {
  ordered: 'order',
  conceded: 'unopposed appeal',
  agreed: 'agreement',
};

export const orderTitle = ({ kind, start, act }: OrderView): string =>
  `${kinds[kind] ?? kind} of ${formatDate(start.on as CivilDate)}: ${inWords(act)}`;

/** One link for each order or agreement. */
export const ofOrders =
  (text: string) =>
  ({ orders }: EhcPlanView) =>
    orders.map((order) => ({ about: order.id, text: `${text}, ${orderTitle(order)}` }));

export const orderOf = ({ plan, about }: PlanSubject): OrderView | undefined =>
  plan.orders.find(({ id }) => id === about);

export const doOrderStep = planUseCase({
  name: 'DoOrderStep',
  asks: 'DoOrderStep',
  post: 'api/v1/ehc-plans/:id/orders/:orderId/steps',
  does: 'Something was done under an order of the Tribunal, or under an agreement',
  rules: ['EHC-76', 'EHC-77', 'EHC-78'],
  input: DoneUnderOrder,
  decide({ on, orderId, step }: Settled<DoneUnderOrder> & { readonly orderId: string }, plan) {
    requirePlan(plan);
    const order = ordersOf(plan).find(({ id }) => id === orderId);
    if (!order) throw missing('order or agreement');
    if (!stepsOfOrder(order).includes(step)) {
      throw invalid('step', `must be one of ${stepsOfOrder(order).join(', ') || 'none for this order'}`, 'EHC-76');
    }
    const before = plan.orderSteps.find((each) => each.orderId === orderId && each.step === step);
    if (before) throw already('This', before.on, 'Correct its date if it is wrong.');
    return [events.orderStepDone.fact(on, { orderId, step })];
  },
  forms: [
    planForm({
      step: 'order-step',
      group: 'appeal',
      offers: ofOrders('Record what was done'),
      title: 'Record what was done under an order or an agreement',
      lead: 'The plan that was amended by it is recorded as the plan by order (EHC-76, EHC-78).',
      button: 'Record it',
      recorded: 'It is recorded what was done.',
      questions: (subject) => ({
        on: date({ label: 'When was it done?', what: 'The day on which it was done' }),
        step: one<OrderStep>({
          label: 'What was done?',
          options: optionsOf(orderOf(subject)?.left ?? []),
          none: 'Choose what was done',
        }),
      }),
      sends: (input, { plan, about }) => ({ at: { id: plan.id, orderId: about }, input }),
    }),
  ],
});
