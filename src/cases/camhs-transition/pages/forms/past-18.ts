// The form of why a case stays open to CAMHS past 18: a reason, and a day on which it is looked at again (TRN-02).
import { form } from '../../../../engine/web/forms/form.js';
import { date, freeText, one, oneOrNone, optionsOf } from '../../../../engine/web/forms/questions.js';
import { recordPast18Reason } from '../../commands/record-past18-reason.js';
import { past18Reasons } from '../../domain/codes.js';
import { destinations } from '../../domain/destinations.js';
import type { TransitionSubject } from './subject.js';

export const past18 = form({
  title: 'Record why the case stays open past 18',
  lead: 'The 18th birthday closes nothing by itself; being open past it needs a reason, and a day on which it is looked at again (TRN-02).',
  button: 'Record the reason',
  recorded: 'The reason is recorded.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'When was that decided?', what: 'The day of the decision' }),
    reason: one<(typeof past18Reasons)[number]>({
      label: 'Why does it stay open?',
      options: optionsOf(past18Reasons),
      none: 'Choose why it stays open (TRN-02)',
    }),
    agreedWith: oneOrNone<string>({
      label: 'With which adult service is that agreed? Needed for a time-limited intervention (TRN-B2.8)',
      options: destinations.filter(({ onward }) => onward).map(({ code, label }) => ({ value: code, text: label })),
    }),
    reviewOn: date({
      label: 'When is it looked at again?',
      what: 'The day on which it is looked at again',
      mayBeAhead: true,
    }),
    note: freeText({ label: 'Note', hint: 'Needed where it is another reason. Kept sealed' }),
  }),
  prefill: ({ view }) => (view.past18?.reason === undefined ? {} : { reason: view.past18.reason }),
  command: ({ on, ...answers }, { view }, context) =>
    recordPast18Reason.of({ transitionId: view.id }, { ...answers, on }, context),
});
