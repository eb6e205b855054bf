// What the facts about care and support after 18 change in the view (TRN-34).
import type { PastEventOf } from '../../../kernel/events.js';
import type { careEvents } from './events-care.js';
import type { Done, Transition } from './state.js';

export function applyCare(view: Transition, event: PastEventOf<typeof careEvents>, done: Done): Transition {
  const { care } = view;
  switch (event.type) {
    case 'AdultCareNeedRecognised':
      return {
        ...view,
        care: { ...care, recognised: { ...done, hasChildrensSupport: event.data.hasChildrensSupport } },
      };
    case 'CareAssessmentConsentAnswered': {
      const { answer, atRisk } = event.data;
      return { ...view, care: { ...care, consent: { ...done, answer, atRisk } } };
    }
    case 'CareAssessmentConcluded':
      return { ...view, care: { ...care, concluded: { ...done, outcome: event.data.outcome } } };
    case 'ChildrensSupportEnded':
      return { ...view, care: { ...care, supportEnded: done } };
  }
}
