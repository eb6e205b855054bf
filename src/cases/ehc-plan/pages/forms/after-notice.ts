// The forms after a notice: service, representations, the final plan.
import { copyFinalPlan } from '../../commands/copy-final-plan.js';
import { issueFinalPlan } from '../../commands/issue-final-plan.js';
import { receiveRepresentations } from '../../commands/receive-representations.js';
import { recordNoticeBounce } from '../../commands/record-bounce.js';
import { serveNotice } from '../../commands/serve-notice.js';
import { waiveRepresentations } from '../../commands/waive-representations.js';
import { channels, recipients, type Channel, type FinalOrigin, type Recipient } from '../../domain/words.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, freeText, one, oneOrNone, optionsOf, several, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { notSentTo, trackOf, type TrackSubject } from './subject.js';

const channel = (label: string) =>
  one<Channel>({ label, options: optionsOf(channels), none: 'Choose how it was sent' });

export const served = form({
  title: 'Record that the notice was served',
  lead: 'The family’s fifteen days count from service, not from the upload (EHC-25).',
  button: 'Record the service',
  recorded: 'The service is recorded. The fifteen days run from it.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When did it reach the family?', what: 'The day of service' }),
    channel: channel('How?'),
  }),
  command: (answers, subject, context) =>
    serveNotice.of({ id: subject.plan.id }, { ...answers, ...trackOf(subject) }, context),
});

export const bounced = form({
  title: 'Record that the notice came back',
  lead: 'What bounced was not served: send it by another way (EHC-25).',
  button: 'Record that it came back',
  recorded: 'It is recorded that the notice came back. Serve it by another way.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When did it come back?', what: 'The day on which it came back' }),
    channel: channel('Which way had it been sent?'),
  }),
  command: (answers, subject, context) =>
    recordNoticeBounce.of({ id: subject.plan.id }, { ...answers, ...trackOf(subject) }, context),
});

export const representations = form({
  title: 'Record the family’s representations',
  button: 'Record the representations',
  recorded: 'The representations are recorded.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When did they come?', what: 'The day on which they came' }),
    asksForMeeting: yesOrNo({ label: 'Do they ask for a meeting?', none: 'Say whether they ask for a meeting' }),
    namesSetting: yesOrNo({
      label: 'Do they ask for a particular school or college?',
      none: 'Say whether they ask for a particular school',
    }),
    summary: freeText({ label: 'In short (optional)', hint: 'Kept sealed' }),
  }),
  command: (answers, subject, context) =>
    receiveRepresentations.of({ id: subject.plan.id }, { ...answers, ...trackOf(subject) }, context),
});

export const waiver = form({
  title: 'Record that the family waived the fifteen days',
  lead: 'Only in writing (EHC-25).',
  button: 'Record the waiver',
  recorded: 'The waiver is recorded.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When?', what: 'The day of the waiver' }),
    inWriting: yesOrNo({ label: 'In writing?', none: 'Say whether it is in writing' }),
  }),
  command: (answers, subject, context) =>
    waiveRepresentations.of({ id: subject.plan.id }, { ...answers, ...trackOf(subject) }, context),
});

export const finalPlan = form({
  title: 'Record the final amended plan',
  lead: (subject: TrackSubject) =>
    'review' in subject
      ? 'Eight weeks after the amendment notice and twelve weeks after the meeting at the latest (EHC-26, EHC-27).'
      : 'Eight weeks after the amendment notice at the latest (EHC-26). It does not restart the twelve months of the review (EHC-05).',
  button: 'Record the final plan',
  checkFirst: 'The family can appeal against its contents from this day on. Record it only if the plan has been sent.',
  recorded: 'The final plan is recorded.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When was it issued?', what: 'The day on which it was issued' }),
    recipients: several({
      label: 'Who got it?',
      hint: 'The family, the school or college where there is one, and the ICB (EHC-29)',
      options: optionsOf(recipients),
      none: 'Tick who got it',
    }),
    restToFollow: oneOrNone<'yes'>({
      label: 'If not all of them have it yet',
      options: [{ value: 'yes', text: 'The others are still to get it' }],
    }),
    reasonForEarly: freeText({ label: 'If it went out before the fifteen days were over: why?', hint: 'Kept sealed' }),
  }),
  command: ({ recipients: got, restToFollow, ...answers }, subject, context) => {
    const track = trackOf(subject);
    const origin: FinalOrigin = 'amendmentId' in track ? 'amendment-without-review' : 'review';
    const details = { ...answers, recipients: [...got], restToFollow: restToFollow === 'yes', origin, ...track };
    return issueFinalPlan.of({ id: subject.plan.id }, details, context);
  },
});

export const finalPlanCopies = form({
  title: 'Record who else got the final plan',
  lead: 'It goes to the family, the school or college where there is one, and the ICB (EHC-29).',
  button: 'Record it',
  recorded: 'It is recorded who else has the final plan.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When did they get it?', what: 'The day on which they got it' }),
    recipients: several<Recipient>({ label: 'Who got it?', options: optionsOf(recipients), none: 'Tick who got it' }),
  }),
  prefill: (subject) => ({ recipients: notSentTo(subject) }),
  command: ({ recipients: got, on }, subject, context) =>
    copyFinalPlan.of({ id: subject.plan.id }, { on, recipients: [...got], ...trackOf(subject) }, context),
});
