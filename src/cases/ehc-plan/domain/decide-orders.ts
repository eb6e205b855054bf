// Refusals that can be appealed against, mediation agreements, and what is done under an order (EHC-75 to EHC-78).
import { formatDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import type { OrderCommand } from './commands-further.js';
import { already, missing, requireFresh, requirePlan } from './plan-in-force.js';
import { requireLetter } from './decide-appeal.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { ordersOf, stepsOfOrder } from './orders.js';
import type { Plan } from './state.js';

export function decideOrder(command: OrderCommand, plan: Plan): readonly EhcFact[] {
  requirePlan(plan);
  switch (command.type) {
    case 'NotifyRefusal': {
      const { on, refusal, appealRightsGiven } = command;
      const same = plan.refused.find((each) => each.on === on && each.refusal === refusal);
      if (same) throw already('This refusal', on, 'Correct its date if it is wrong.');
      return [events.refusalNotified.fact(on, { refusal, appealRightsGiven })];
    }
    case 'AgreeInMediation':
      return agree(command, plan);
    case 'DoOrderStep':
      return doStep(command, plan);
  }
}

function agree(command: Of<'AgreeInMediation'>, plan: Plan): EhcFact[] {
  const { on, agreementId, act, councilTookPart, limitOn } = command;
  const { eventId: letterEventId } = requireLetter(plan, command);
  requireFresh([...plan.agreements, ...plan.appeals], agreementId, 'An agreement');
  if (limitOn !== undefined && limitOn < on) {
    throw invalid('limitOn', `must not be before the agreement of ${formatDate(on)}`, 'EHC-78');
  }
  return [events.mediationAgreed.fact(on, { agreementId, letterEventId, act, councilTookPart, limitOn })];
}

function doStep({ on, orderId, step }: Of<'DoOrderStep'>, plan: Plan): EhcFact[] {
  const order = ordersOf(plan).find(({ id }) => id === orderId);
  if (!order) throw missing('order or agreement');
  if (!stepsOfOrder(order).includes(step)) {
    throw invalid('step', `must be one of ${stepsOfOrder(order).join(', ') || 'none for this order'}`, 'EHC-76');
  }
  const before = plan.orderSteps.find((each) => each.orderId === orderId && each.step === step);
  if (before) throw already('This', before.on, 'Correct its date if it is wrong.');
  return [events.orderStepDone.fact(on, { orderId, step })];
}
