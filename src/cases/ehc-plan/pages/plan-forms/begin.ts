// The forms with which a plan begins here: made by this authority, or moved here with its history (EHC-01, EHC-51).
import { form, type Form } from '../../../../engine/web/forms/form.js';
import { lineFromList } from '../../../../engine/web/forms/listed.js';
import { date, optionalDate } from '../../../../engine/web/forms/questions.js';
import { issueEhcPlan } from '../../commands/issue-ehc-plan.js';
import { takeOverEhcPlan } from '../../commands/take-over-ehc-plan.js';

export interface BeginSubject {
  readonly personId: string;
}

export const issued = form({
  title: 'Record a new EHC plan',
  lead: 'The first review is due within twelve months of the day on which the plan was made (EHC-01). Assessments are not followed here yet: of somebody who never had a plan, an order of the Tribunal to assess or to make one (EHC-76) cannot be recorded, and its time must be kept elsewhere until the plan is made.',
  button: 'Record the plan',
  checkFirst: 'The clock of the first review starts on this day. Check it against the final plan that was sent.',
  recorded: 'The plan is recorded. Its first review is among what is due.',
  questions: (_: BeginSubject) => ({
    on: date({ label: 'When was the plan made?', what: 'The day on which the plan was made' }),
  }),
  command: (answers, { personId }, context) => issueEhcPlan.of({}, { ...answers, personId }, context),
});

export const movedIn = form({
  title: 'Record a plan that moved here',
  lead: 'It counts as made by this authority on the day on which the other one made it: its clocks go on (EHC-51).',
  button: 'Record the plan',
  checkFirst:
    'From the day of the transfer this authority has the plan. Its next review is reckoned from the dates of the other authority: check them against its papers.',
  recorded: 'The plan is taken over. What is due of it is reckoned from the dates of the other authority.',
  questions: (_: BeginSubject) => ({
    on: date({ label: 'On which day was it transferred?', what: 'The day of the transfer' }),
    fromAuthority: lineFromList('organisations', {
      label: 'From which authority?',
      hint: 'Its code, for example 816, or its name',
      none: 'Enter the authority that it comes from (EHC-51)',
    }),
    planMadeOn: date({
      label: 'When did that authority first make the plan?',
      what: 'The day on which the plan was first made',
    }),
    lastReviewedOn: optionalDate({ label: 'When was it last reviewed?', what: 'The day of the last review' }),
    becameAwareOn: optionalDate({
      label: 'When did this authority come to know of the move?',
      what: 'The day on which the move became known',
    }),
  }),
  command: (answers, { personId }, context) => takeOverEhcPlan.of({}, { ...answers, personId }, context),
});

export const beginForms: Readonly<Record<string, { readonly form: Form<BeginSubject>; readonly needs: string }>> = {
  made: { form: issued, needs: issueEhcPlan.name },
  'moved-in': { form: movedIn, needs: takeOverEhcPlan.name },
};
