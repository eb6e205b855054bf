// The forms of a plan that goes on past the 25th birthday (EHC-64).
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionalDate, optionsOf } from '../../../../engine/web/forms/questions.js';
import { continuePast25 } from '../../commands/continue-past-25.js';
import { recordCourseEnd } from '../../commands/record-course-end.js';
import { past25Settings, type Past25Setting } from '../../domain/words.js';
import { inForce, type PlanForm, type PlanSubject } from './plan-form.js';

const endHints: Readonly<Record<Past25Setting, string>> = {
  furtherEducation: 'The plan ends on 31 July',
  apprenticeship: 'The plan ends with the training',
  other: 'The plan ends with the course or training',
};

export const goOnPast25: PlanForm = {
  group: 'age',
  needs: continuePast25.name,
  offers: inForce('Record that the plan goes on past 25', ({ mayGoOnPast25 }) => mayGoOnPast25),
  form: form({
    title: 'Record that the plan goes on past 25',
    lead: 'A plan ends at the 25th birthday, unless the authority decides to go on to the end of the year. It never goes beyond the day before the 26th birthday (EHC-64).',
    button: 'Record the decision',
    checkFirst:
      'The day on which the plan ends is reckoned from this. Check where the young person learns, and the day.',
    recorded: 'It is recorded that the plan goes on past 25.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it decided?', what: 'The day of the decision' }),
      setting: one<Past25Setting>({
        label: 'Where does the young person learn?',
        options: optionsOf(past25Settings, endHints),
        none: 'Choose where the young person learns (EHC-64)',
      }),
      trainingEndsOn: optionalDate({
        label: 'Outside further education: when does the course or training end?',
        hint: 'If it is not known yet, leave it out: it stays among what is to be done',
        what: 'The end of the course or training',
        mayBeAhead: true,
      }),
    }),
    command: (answers, { plan }, context) => continuePast25.of({ id: plan.id }, answers, context),
  }),
};

export const courseEnd: PlanForm = {
  group: 'age',
  needs: recordCourseEnd.name,
  offers: inForce(
    'Record when the course or training ends',
    ({ past25 }) => past25 !== undefined && past25.setting !== 'furtherEducation',
  ),
  form: form({
    title: 'Record when the course or training ends',
    lead: 'The plan ends on that day, or on the day before the 26th birthday if that is earlier (EHC-64). Recorded again with another day, that day counts.',
    button: 'Record the day',
    recorded: 'It is recorded when the course or training ends: the plan ends with it.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When did you learn of it?', what: 'The day on which it became known' }),
      endsOn: date({ label: 'When does it end?', what: 'The last day of the course or training', mayBeAhead: true }),
    }),
    command: (answers, { plan }, context) => recordCourseEnd.of({ id: plan.id }, answers, context),
  }),
};
