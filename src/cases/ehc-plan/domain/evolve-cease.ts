// Folds ceasing, and going on past 25.
import type { PastEventOf } from '../../../kernel/events.js';
import type { ceaseEvents } from './events-cease.js';
import { change, entryOf, furtherEntry, type Cease, type Plan } from './state.js';

export type CeaseEvent = PastEventOf<typeof ceaseEvents>;

function withCease(plan: Plan, id: string, part: Partial<Cease>): Plan {
  const known = plan.ceases.some((cease) => cease.id === id);
  return { ...plan, ceases: change(known ? plan.ceases : [...plan.ceases, { id }], id, part) };
}

export function evolveCease(plan: Plan, event: CeaseEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'CeaseProposed':
      return withCease(plan, event.data.ceaseId, { proposed: { ...entry, consulted: event.data.consulted } });
    case 'CeaseNotPursued':
      return withCease(plan, event.data.ceaseId, { dropped: entry });
    case 'CeaseDecided':
      return withCease(plan, event.data.ceaseId, { decided: { ...entry, ground: event.data.ground } });
    case 'PlanCeased':
      return { ...plan, ceased: { ...entry, ground: event.data.ground, source: event.data.source } };
    case 'PlanContinuedPast25': {
      const { setting, trainingEndsOn } = event.data;
      const dueOn = furtherEntry(event, 'trainingEndsOn', trainingEndsOn);
      return { ...plan, past25: { ...entry, setting, courseEnds: dueOn ? [{ ...entry, dueOn }] : [] } };
    }
    case 'CourseEndRecorded': {
      const { past25 } = plan;
      const known = { ...entry, dueOn: furtherEntry(event, 'endsOn', event.data.endsOn)! };
      return past25 ? { ...plan, past25: { ...past25, courseEnds: [...past25.courseEnds, known] } } : plan;
    }
  }
}
