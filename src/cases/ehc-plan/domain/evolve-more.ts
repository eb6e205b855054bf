// Folds requests, phase transfers, ceasing and appeals.
import type { PastEventOf } from '../../../kernel/events.js';
import type { appealEvents, ceaseEvents, requestEvents } from './events-more.js';
import { entryOf, furtherEntry, type Cease, type Plan } from './state.js';

export type FurtherEvent = PastEventOf<typeof requestEvents & typeof ceaseEvents & typeof appealEvents>;

export const change = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  part: Partial<T>,
): readonly T[] => list.map((each) => (each.id === id ? { ...each, ...part } : each));

function withCease(plan: Plan, id: string, part: Partial<Cease>): Plan {
  const known = plan.ceases.some((cease) => cease.id === id);
  return { ...plan, ceases: change(known ? plan.ceases : [...plan.ceases, { id }], id, part) };
}

export function evolveMore(plan: Plan, event: FurtherEvent): Plan {
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
    case 'PhaseTransferDue': {
      const { transferId, phase, transferOn, source } = event.data;
      const transfer = {
        ...entry,
        id: transferId,
        phase,
        source,
        transferOn: furtherEntry(event, 'transferOn', transferOn)!,
      };
      return { ...plan, transfers: [...plan.transfers.filter(({ id }) => id !== transferId), transfer] };
    }
    case 'PhaseTransferNamed': {
      const { transferId, placementId, source } = event.data;
      return { ...plan, transfers: change(plan.transfers, transferId, { named: { ...entry, placementId, source } }) };
    }
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
    case 'RightsExplained':
      return { ...plan, rightsExplained: [...(plan.rightsExplained ?? []), { ...entry, ...event.data }] };
    case 'MediationRecorded':
      return { ...plan, mediation: [...plan.mediation, { ...entry, ...event.data }] };
    case 'MediationCertificateIssued':
      return {
        ...plan,
        mediation: [...plan.mediation, { ...entry, letterEventId: event.data.letterEventId, step: 'certificate' }],
      };
    case 'AppealRegistered': {
      const { appealId, letterEventId, placementOnly } = event.data;
      return {
        ...plan,
        appeals: [...plan.appeals, { ...entry, id: appealId, letterEventId, placementOnly, fixed: [], done: [] }],
      };
    }
    case 'AppealDetermined': {
      const { appealId, result, order } = event.data;
      return { ...plan, appeals: change(plan.appeals, appealId, { determined: { ...entry, result, order } }) };
    }
  }
}
