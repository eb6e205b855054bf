// Folds corrections: the corrected date stands wherever the fact stands; a withdrawn fact stands nowhere. The history keeps both.
import type { PastEventOf } from '../../../kernel/events.js';
import { inOrder } from './cycles.js';
import { fieldOf, mapEntries } from './entries.js';
import type { correctionEvents } from './events-corrections.js';
import type { Plan } from './state.js';

export type CorrectionEvent = PastEventOf<typeof correctionEvents>;

export function evolveCorrection(plan: Plan, event: CorrectionEvent): Plan {
  const changed = mapEntries(plan, (entry) => {
    switch (event.type) {
      case 'DateCorrected': {
        const { correctsEventId, field, to } = event.data;
        return entry.eventId === correctsEventId && fieldOf(entry) === field ? { ...entry, on: to } : entry;
      }
      case 'FactWithdrawn':
        return entry.eventId === event.data.eventId ? undefined : entry;
    }
  });
  // A corrected date can change which review comes first, and so when the next one's clock started.
  return { ...changed, cycles: inOrder(changed.cycles) };
}
