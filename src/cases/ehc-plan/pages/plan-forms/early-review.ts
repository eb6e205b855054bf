// The forms of a request for an early review: it came in, it is answered either way with a reason, or it was withdrawn (EHC-35).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionsOf, reason, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { answerEarlyReview } from '../../commands/answer-early-review.js';
import { requestEarlyReview } from '../../commands/request-early-review.js';
import { withdrawEarlyRequest } from '../../commands/withdraw-early-request.js';
import { roles, type Role } from '../../domain/words.js';
import type { EhcPlanView } from '../../queries/plan-view.js';
import { ended, inForce, type PlanForm, type PlanSubject } from './plan-form.js';

export const requestEarly: PlanForm = {
  group: 'early',
  needs: requestEarlyReview.name,
  offers: inForce('Record a request for an early review'),
  form: form({
    title: 'Record a request for an early review',
    lead: 'Anybody may ask at any time with good reason. It is answered either way, within fifteen working days (EHC-35).',
    button: 'Record the request',
    recorded: 'The request is recorded. It waits for an answer.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When did it come in?', what: 'The day on which it came in' }),
      by: one<Role>({ label: 'Who asks?', options: optionsOf(roles), none: 'Choose who asks' }),
      reason: reason({ label: 'Why?', hint: 'Kept sealed', none: 'Enter the reason of the request (EHC-35)' }),
    }),
    command: (answers, { plan }, context) => requestEarlyReview.of({ id: plan.id }, answers, context),
  }),
};

const open = (text: string) => (plan: EhcPlanView) =>
  ended(plan)
    ? []
    : plan.earlyRequests
        .filter(({ answered, withdrawn }) => !answered && !withdrawn)
        .map(({ id, on }) => ({ about: id, text: `${text} of ${formatDate(on)}` }));

export const answerEarly: PlanForm = {
  group: 'early',
  needs: answerEarlyReview.name,
  offers: open('Answer the request'),
  form: form({
    title: 'Answer the request for an early review',
    lead: 'Agreed, it opens an early review unless a review is under way. Either way with a reason (EHC-35).',
    button: 'Record the answer',
    checkFirst: 'Whoever asked must have been told before this is recorded.',
    recorded: 'The answer is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it answered?', what: 'The day of the answer' }),
      agreed: yesOrNo({ label: 'Was an early review agreed?', none: 'Say whether it was agreed (EHC-35)' }),
      reason: reason({ label: 'Why?', hint: 'Kept sealed', none: 'Enter the reason of the answer (EHC-35)' }),
    }),
    command: (answers, { plan, about }, context) =>
      answerEarlyReview.of({ id: plan.id, requestId: about }, answers, context),
  }),
};

export const withdrawEarly: PlanForm = {
  group: 'early',
  needs: withdrawEarlyRequest.name,
  offers: open('They withdrew the request'),
  form: form({
    title: 'Record that the request was withdrawn',
    button: 'Record the withdrawal',
    recorded: 'It is recorded that the request was withdrawn.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it withdrawn?', what: 'The day of the withdrawal' }),
    }),
    command: (answers, { plan, about }, context) =>
      withdrawEarlyRequest.of({ id: plan.id, requestId: about }, answers, context),
  }),
};
