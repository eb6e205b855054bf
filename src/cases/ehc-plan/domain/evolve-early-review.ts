// Folds requests for an early review.
import type { PastEventOf } from '../../../kernel/events.js';
import type { earlyReviewEvents } from './events-review.js';
import { change, entryOf, type Plan } from './state.js';

export type EarlyReviewEvent = PastEventOf<typeof earlyReviewEvents>;

export function evolveEarlyReview(plan: Plan, event: EarlyReviewEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'EarlyReviewRequested':
      return { ...plan, requests: [...plan.requests, { ...entry, id: event.data.requestId }] };
    case 'EarlyReviewAnswered': {
      const answered = { ...entry, agreed: event.data.agreed };
      return { ...plan, requests: change(plan.requests, event.data.requestId, { answered }) };
    }
    case 'EarlyReviewRequestWithdrawn':
      return { ...plan, requests: change(plan.requests, event.data.requestId, { withdrawn: entry }) };
  }
}
