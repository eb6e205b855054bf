// The forms up to the meeting: its day, the invitations, the advice.
import { planReviewMeeting } from '../../commands/plan-meeting.js';
import { recordAdvice } from '../../commands/record-advice.js';
import { sendInvitations } from '../../commands/send-invitations.js';
import { adviceSteps, channels, roles, type AdviceStep, type Channel, type Role } from '../../domain/words.js';
import { form } from '../../../../engine/web/forms/form.js';
import {
  date,
  freeText,
  one,
  oneOrNone,
  optionalDate,
  optionsOf,
  several,
} from '../../../../engine/web/forms/questions.js';
import { typedDate, type ReviewSubject } from './subject.js';

export const planMeeting = form({
  title: 'Arrange the review meeting',
  lead: 'Everybody must have two weeks’ notice of its day (EHC-15).',
  button: 'Record the arrangement',
  recorded: 'The meeting is arranged.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When was it arranged?', what: 'The day on which it was arranged' }),
    meetingOn: date({ label: 'When will the meeting be?', what: 'The day of the meeting', mayBeAhead: true }),
  }),
  prefill: ({ review }) => typedDate('meetingOn', review.meetingArrangedFor),
  command: (answers, { plan, cycleId }, context) =>
    planReviewMeeting.of({ id: plan.id }, { ...answers, cycleId }, context),
});

export const invitations = form({
  title: 'Record the invitations',
  lead: 'The law names who must be invited, with two weeks’ notice of the day (EHC-13, EHC-15). Tick only who was invited on that day.',
  button: 'Record the invitations',
  recorded: 'The invitations are recorded.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When were they sent?', what: 'The day on which they were sent' }),
    roles: several<Role>({ label: 'Who was invited?', options: optionsOf(roles), none: 'Tick who was invited' }),
    meetingOn: date({ label: 'To a meeting on which day?', what: 'The day of the meeting', mayBeAhead: true }),
    channel: one<Channel>({
      label: 'How were they sent?',
      options: optionsOf(channels),
      none: 'Choose how they were sent',
    }),
  }),
  prefill: ({ review }) => ({
    ...typedDate('meetingOn', review.meetingArrangedFor),
    roles: review.ledger.filter(({ required, invited }) => required && !invited).map(({ role }) => role),
  }),
  command: ({ roles: invited, ...answers }, { plan, cycleId }, context) =>
    sendInvitations.of({ id: plan.id }, { ...answers, roles: [...invited], cycleId }, context),
});

const adviceHints: Readonly<Record<string, string>> = {
  nil: 'They answered that they have nothing to say',
  circulated: 'Sent to everybody invited, two weeks before the meeting (EHC-16)',
};

export const advice = form({
  title: 'Record advice',
  lead: 'One entry for each thing that happened: asked, chased, received, declined, circulated.',
  button: 'Record it',
  recorded: 'The advice ledger is up to date.',
  questions: (_: ReviewSubject) => ({
    step: one<AdviceStep>({
      label: 'What happened?',
      options: optionsOf(adviceSteps, adviceHints),
      none: 'Choose what happened',
    }),
    roles: several<Role>({ label: 'Whose advice?', options: optionsOf(roles), none: 'Tick whose advice it is' }),
    on: date({ label: 'When?', what: 'The day on which it happened' }),
    adviceDatedOn: optionalDate({ label: 'Date of the advice itself', what: 'The date of the advice' }),
    dueOn: optionalDate({
      label: 'If it was asked for: by when?',
      what: 'The day by which it was asked for',
      mayBeAhead: true,
    }),
    channel: oneOrNone<Channel>({ label: 'How? (optional)', options: optionsOf(channels) }),
    reason: freeText({ label: 'If it was declined: why?' }),
  }),
  command: ({ roles: whose, ...answers }, { plan, cycleId }, context) =>
    recordAdvice.of({ id: plan.id }, { ...answers, roles: [...whose], cycleId }, context),
});
