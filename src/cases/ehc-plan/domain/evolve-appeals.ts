// Folds refusals, mediation and its agreements, appeals, and what is done in them and under their orders.
import type { PastEventOf } from '../../../kernel/events.js';
import type { appealEvents, orderEvents, tribunalEvents } from './events-appeals.js';
import { change, entryOf, furtherEntry, type Appeal, type Plan } from './state.js';

export type AppealEvent = PastEventOf<typeof appealEvents & typeof tribunalEvents & typeof orderEvents>;

export function evolveAppeal(plan: Plan, event: AppealEvent): Plan {
  const entry = entryOf(event);
  const onAppeal = (id: string, part: (appeal: Appeal) => Partial<Appeal>): Plan => ({
    ...plan,
    appeals: plan.appeals.map((appeal) => (appeal.id === id ? { ...appeal, ...part(appeal) } : appeal)),
  });
  switch (event.type) {
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
    case 'AppealNoticeReceived':
      return onAppeal(event.data.appealId, () => ({ notice: entry }));
    case 'TribunalDateFixed': {
      const { appealId, directionId, act, dueOn } = event.data;
      const fixed = { ...entry, id: directionId, act, dueOn: furtherEntry(event, 'dueOn', dueOn)! };
      return onAppeal(appealId, (appeal) => ({ fixed: [...appeal.fixed, fixed] }));
    }
    case 'TribunalActDone': {
      const { appealId, act, directionId } = event.data;
      return onAppeal(appealId, (appeal) => ({ done: [...appeal.done, { ...entry, act, directionId }] }));
    }
    case 'AppealConceded':
      return onAppeal(event.data.appealId, () => ({ conceded: { ...entry, order: event.data.order } }));
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
