// The facts of orders of the Tribunal, of appeals that are not opposed, and of mediation agreements (EHC-76 to EHC-78).
import { earliestOf, latestOf } from './entries.js';
import { fact, type Part } from './dated-facts.js';
import { finalsBy, ordersOf, type Order } from './orders.js';
import { endOf } from './plan-status.js';
import type { Plan } from './state.js';
import type { OrderStep } from './words.js';

const labels: Readonly<Record<Order['kind'], string>> = {
  ordered: 'order of the Tribunal',
  conceded: 'appeal that was not opposed',
  agreed: 'mediation agreement',
};

export const orderSubjects = (plan: Plan): Part[] => ordersOf(plan).map((order) => orderSubject(plan, order));

function orderSubject(plan: Plan, order: Order): Part {
  const { id, kind, start, act, agreement } = order;
  const done = (step: OrderStep) =>
    earliestOf(plan.orderSteps.filter((each) => each.orderId === id && each.step === step));
  const noPlan = done('no-plan-notified');
  const end = endOf(plan);
  return {
    scope: 'tribunal',
    id: `order-${id}`,
    label: labels[kind],
    facts: {
      [kind]: fact(start),
      agreedLimit: agreement && fact(agreement.limitOn, agreement.on),
      councilTold: fact(done('council-told')),
      assessmentNotified: fact(done('assessment-notified')),
      notToIssue: fact(noPlan),
      draftServed: fact(done('draft-served')),
      reconsidered: fact(done('reconsidered')),
      agreedDone: fact(done('agreed-done')),
      // The plan goes on by itself, unless it had been ceased: then the end has to be taken back.
      keptGoing: act === 'keep-plan' && !(plan.ceased && plan.ceased.on <= start.on) ? fact(start) : undefined,
      finalPlan: fact(earliestOf([...finalsBy(plan, order), done('plan-issued')])),
      ceased: fact(plan.ceased),
      // An order may follow the end of an earlier plan; only an end after it calls it off.
      planEnded: end && end.on > start.on ? fact(end) : undefined,
    },
    flags: {
      order: act,
      issue: noPlan && { is: 'no', since: latestOf([noPlan, start])!.on },
      party: agreement && (agreement.councilTookPart ? 'yes' : 'no'),
    },
  };
}
