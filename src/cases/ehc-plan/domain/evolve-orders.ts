// Folds refusals, mediation agreements, and what is done under an order.
import type { PastEventOf } from '../../../kernel/events.js';
import type { orderEvents } from './events-orders.js';
import { entryOf, furtherEntry, type Plan } from './state.js';

export type OrderEvent = PastEventOf<typeof orderEvents>;

export function evolveOrder(plan: Plan, event: OrderEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'RefusalNotified':
      return { ...plan, refused: [...plan.refused, { ...entry, refusal: event.data.refusal }] };
    case 'MediationAgreed': {
      const { agreementId, limitOn, ...agreed } = event.data;
      const agreement = { ...entry, ...agreed, id: agreementId, limitOn: furtherEntry(event, 'limitOn', limitOn) };
      return { ...plan, agreements: [...plan.agreements, agreement] };
    }
    case 'OrderStepDone':
      return { ...plan, orderSteps: [...plan.orderSteps, { ...entry, ...event.data }] };
  }
}
