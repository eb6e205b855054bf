// The forms of the statutory notices: each is shown once more before it is recorded.
import { dropAmendments } from '../../commands/drop-amendments.js';
import { sendAmendmentNotice } from '../../commands/send-amendment-notice.js';
import { sendDecisionNotice } from '../../commands/send-decision.js';
import { outcomes, type Outcome } from '../../domain/words.js';
import { form } from '../../../../engine/web/forms/form.js';
import {
  date,
  freeText,
  one,
  oneOrNone,
  optionsOf,
  pickOrNone,
  yesOrNo,
} from '../../../../engine/web/forms/questions.js';
import { groundsWith } from '../../domain/cease-grounds.js';
import { lacksHint } from '../shown-lacks.js';
import { trackOf, type ReviewSubject, type TrackSubject } from './subject.js';

const outcomeHints: Readonly<Record<string, string>> = {
  amend: 'The proposed amendments go with the notice: until they are sent, the four weeks run on (EHC-24)',
  maintain: 'Say why: the family can appeal against it',
  cease:
    'The second letter of ceasing if the proposal went before it, otherwise the first (EHC-31); the plan stays in force (EHC-63)',
};

const attached = [
  { value: 'attached', text: 'Yes, they went with it' },
  { value: 'not-attached', text: 'No, they are still to be sent' },
];

export const decision = form({
  title: 'Record the decision notice',
  lead: 'Only this completes the review. The next twelve months start on its day (EHC-02, EHC-03).',
  button: 'Record the decision notice',
  checkFirst:
    'This completes the review and starts the next twelve months. Record it only if the notice has been sent to the family, and check its day against the letter.',
  recorded: 'The decision notice is recorded: the review is complete.',
  questions: ({ review }: ReviewSubject) => ({
    on: date({ label: 'When was the notice sent?', what: 'The day on which the notice was sent' }),
    outcome: one<Outcome>({
      label: 'What was decided?',
      options: optionsOf(outcomes, outcomeHints),
      none: 'Choose what was decided',
    }),
    proposedChanges: oneOrNone<'attached' | 'not-attached'>({
      label: 'If the plan is to be amended: did the proposed amendments go with the notice?',
      options: attached,
    }),
    appealRightsGiven: yesOrNo({
      label: 'Does it give the right of appeal?',
      none: 'Say whether it gives the right of appeal',
    }),
    ground: pickOrNone<string>({
      label: 'If the plan is to be ceased: on which ground?',
      hint: 'Turning 16, 18 or 19 is never a ground by itself (EHC-60)',
      options: groundsWith(true),
    }),
    reason: freeText({ label: 'If the plan is maintained as it is: why?', hint: 'Kept sealed' }),
    lacksReason: freeText({ label: 'Why something that the law asks for is missing', hint: lacksHint(review) }),
  }),
  command: (answers, { plan, cycleId }, context) =>
    sendDecisionNotice.of({ id: plan.id }, { ...answers, cycleId }, context),
});

export const amendmentNotice = form({
  title: 'Record the notice with the proposed amendments',
  lead: 'The plan with the notice of the proposed amendments was sent to the family (EHC-24).',
  button: 'Record the amendment notice',
  checkFirst:
    'This stops the clock of the amendment notice and starts the eight weeks of the final plan (EHC-26). Record it only if both have been sent.',
  recorded: 'The amendment notice is recorded. Its service comes next.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
  }),
  command: ({ on }, { plan, cycleId }, context) => sendAmendmentNotice.of({ id: plan.id }, { on, cycleId }, context),
});

export const notToAmend = form({
  title: 'Record the decision not to amend after all',
  lead: 'Only after a notice with proposed amendments, with reasons and the right of appeal (EHC-28).',
  button: 'Record the decision not to amend',
  checkFirst: 'The family can appeal against this. Record it only if they have been notified.',
  recorded: 'The decision not to amend is recorded.',
  questions: (_: TrackSubject) => ({
    on: date({ label: 'When was it notified?', what: 'The day on which it was notified' }),
    reason: freeText({ label: 'Why?', hint: 'Kept sealed' }),
    appealRightsGiven: yesOrNo({
      label: 'Does it give the right of appeal?',
      none: 'Say whether it gives the right of appeal',
    }),
    lacksReason: freeText({
      label: 'If it does not: why not?',
      hint: 'Kept sealed. It stays with the record (EHC-28)',
    }),
  }),
  command: ({ reason = '', ...answers }, subject, context) =>
    dropAmendments.of({ id: subject.plan.id }, { ...answers, reason, ...trackOf(subject) }, context),
});
