// Folds the consultation of schools.
import type { PastEventOf } from '../../../kernel/events.js';
import type { consultationEvents } from './events-consultation.js';
import { change, entryOf, type Plan } from './state.js';

export type ConsultationEvent = PastEventOf<typeof consultationEvents>;

export function evolveConsultation(plan: Plan, event: ConsultationEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'SchoolConsulted': {
      const { consultationId, channel: _, ...school } = event.data;
      return { ...plan, consultations: [...plan.consultations, { ...entry, ...school, id: consultationId }] };
    }
    case 'SchoolReplied': {
      const replied = { ...entry, reply: event.data.reply };
      return { ...plan, consultations: change(plan.consultations, event.data.consultationId, { replied }) };
    }
    case 'ConsultationWithdrawn': {
      const ended = { ...entry, because: event.data.because };
      return { ...plan, consultations: change(plan.consultations, event.data.consultationId, { ended }) };
    }
  }
}
