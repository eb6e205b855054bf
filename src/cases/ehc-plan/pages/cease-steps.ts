// What follows a review that decided to cease the plan, as further steps of its page (EHC-31, EHC-62, EHC-63, EHC-66).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { ReviewView } from '../queries/plan-view.js';
import type { Step } from './review-step.js';

const on = (day: string): string => formatDate(day as CivilDate);

export function ceaseSteps({ ceasing }: Pick<ReviewView, 'ceasing'>): Omit<Step, 'forms'>[] {
  if (!ceasing) return [];
  const { proposed, proposedByReview, decided, decidedByReview, notBefore, stands, notPursued, ceased } = ceasing;
  const over = notPursued && `Not pursued, or overturned, since ${on(notPursued.on)}: the plan goes on.`;
  const first = proposedByReview
    ? 'No proposal went before this notice, so it is the first of the two letters. The plan stays in force, and the family can appeal against the notice (EHC-31, EHC-62).'
    : 'A proposal of its own followed this notice. The plan stays in force (EHC-62).';
  const second = `The proposal of ${on(proposed?.on ?? '')} went before it, so this notice is the second letter. The family can appeal against it (EHC-31, EHC-62).`;
  const bar = notBefore
    ? `Not before ${on(notBefore)}: until then the plan is in force (EHC-63).`
    : 'Not while an appeal is pending: the plan is in force (EHC-63).';
  return [
    {
      clocks: [],
      key: 'ceaseDecision',
      title: decidedByReview ? 'The notice is the decision to cease' : 'Consult, and send the decision to cease',
      planForms:
        decided === undefined
          ? [
              { step: 'cease-dropped', text: 'Ceasing is not pursued' },
              { step: 'cease-decision', text: 'Record the second letter' },
            ]
          : [],
      doneOn: decided?.on,
      open: stands && !decided,
      note: decidedByReview ? second : (over ?? first),
    },
    {
      clocks: [],
      key: 'ceaseEffect',
      title: 'Record that the plan ceased',
      planForms: decided ? [{ step: 'cease', text: 'Record that the plan ceased' }] : [],
      doneOn: ceased?.on,
      open: stands && decided !== undefined && !ceased,
      note: ceased ? undefined : (over ?? (decided && bar)),
    },
  ];
}
