// The forms that put right what was recorded of a plan: another date, or taken back, each with its reason (REC-24).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { notFound } from '../../../../kernel/errors.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, reason } from '../../../../engine/web/forms/questions.js';
import { words } from '../../../../engine/web/present/words.js';
import { correctEhcDate } from '../../commands/correct-ehc-date.js';
import { withdrawEhcFact } from '../../commands/withdraw-ehc-fact.js';
import type { PlanFact } from '../../queries/list-plan-facts.js';
import { typedDate } from '../forms/subject.js';
import type { PlanForm, PlanSubject } from './plan-form.js';

/** An event has its own day, and may carry further ones: a meeting that is arranged, the end of a placement. */
export const fieldWords = (field: string): string => (field === 'on' ? 'The day on which it happened' : words(field));

function factsOf({ facts, about }: PlanSubject): readonly PlanFact[] {
  if (facts.length === 0) throw notFound('dated fact of this plan', about);
  return facts;
}

export const correctDate: PlanForm = {
  group: 'correction',
  needs: correctEhcDate.name,
  offers: () => [],
  form: form({
    title: 'Correct a date',
    lead: 'Every date that is reckoned from it is reckoned anew. The history keeps both, with your name and the reason (REC-24).',
    button: 'Correct the date',
    checkFirst:
      'What is due of this plan may change by it, and what was in time may turn out late. Check the date against the letter.',
    recorded: 'The date is corrected. What is due is reckoned from it.',
    questions: (subject: PlanSubject) => ({
      field: one<string>({
        label: 'Which date is wrong?',
        options: factsOf(subject).map(({ field, on }) => ({
          value: field,
          text: `${fieldWords(field)}: ${formatDate(on)}`,
        })),
        none: 'Choose the date that is wrong',
      }),
      to: date({ label: 'What is the right date?', what: 'The right date', mayBeAhead: true }),
      reason: reason({
        label: 'Why is it corrected?',
        hint: 'What shows the right date. Kept sealed',
        none: 'Enter why it is corrected (REC-24)',
      }),
    }),
    prefill: (subject) => {
      const [first, ...others] = factsOf(subject);
      return first && others.length === 0 ? { field: first.field, ...typedDate('to', first.on) } : {};
    },
    command: (answers, { plan, about, today }, context) =>
      correctEhcDate.of({ id: plan.id }, { ...answers, on: today, correctsEventId: about }, context),
  }),
};

export const withdraw: PlanForm = {
  group: 'correction',
  needs: withdrawEhcFact.name,
  offers: () => [],
  form: form({
    title: 'Take back what should not have been recorded',
    lead: 'For what never happened, or belongs to somebody else. Where only the date is wrong, correct the date instead. The history keeps it, with your name and the reason (REC-24).',
    button: 'Take it back',
    checkFirst:
      'From now on it counts as not recorded: what hangs on it is due again, and clocks that it started stop. The history keeps it.',
    recorded: 'It is taken back. What is due is reckoned without it.',
    questions: (subject: PlanSubject) => {
      factsOf(subject);
      return {
        reason: reason({
          label: 'Why should it not have been recorded?',
          hint: 'Kept sealed',
          none: 'Enter why it is taken back (REC-24)',
        }),
      };
    },
    command: (answers, { plan, about, today }, context) =>
      withdrawEhcFact.of({ id: plan.id }, { ...answers, on: today, eventId: about }, context),
  }),
};
