// Requests for an early review: anybody asks at any time, the authority answers either way with a reason, or it is withdrawn (EHC-35).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { Dated, OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionsOf, reason, yesOrNo } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { already, missing, requireFresh, requireInForce, requireText } from './domain/plan-in-force.js';
import { openCycle, unused } from './domain/cycles.js';
import { ehcEvents as events } from './domain/events.js';
import type { Plan } from './domain/state.js';
import { roles, type Role } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';
import type { EhcPlanView } from './queries/plan-view.js';
import { withNewReview, type OnReview } from './review-use-case.js';

export class EarlyReviewRequest {
  @OnDay('Day on which the request came in') on?: CivilDate;
  @ApiProperty({ enum: roles }) @IsIn(roles) by: Role;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const requestEarlyReview = planUseCase({
  name: 'RequestEarlyReview',
  asks: 'RequestEarlyReview',
  post: 'api/v1/ehc-plans/:id/early-reviews',
  does: 'An early review was asked for',
  rules: ['EHC-35'],
  input: EarlyReviewRequest,
  command: ({ details, on, context }) => ({ ...details, on, requestId: idFrom(context.commandId, 'early-review') }),
  decide({ on, requestId, by, reason }: Settled<EarlyReviewRequest> & { readonly requestId: string }, plan) {
    requireInForce(plan, on);
    requireFresh(plan.requests, requestId, 'A request');
    return [events.earlyRequested.fact(on, { requestId, by, reason: requireText('reason', reason, 'EHC-35') })];
  },
  forms: [
    planForm({
      step: 'early-request',
      group: 'early',
      offers: aboutThePlan('Record a request for an early review'),
      title: 'Record a request for an early review',
      lead: 'Anybody may ask at any time with good reason. It is answered either way, within fifteen working days (EHC-35).',
      button: 'Record the request',
      recorded: 'The request is recorded. It waits for an answer.',
      questions: () => ({
        on: date({ label: 'When did it come in?', what: 'The day on which it came in' }),
        by: one<Role>({ label: 'Who asks?', options: optionsOf(roles), none: 'Choose who asks' }),
        reason: reason({ label: 'Why?', hint: 'Kept sealed', none: 'Enter the reason of the request (EHC-35)' }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class EarlyReviewAnswer {
  @OnDay() on?: CivilDate;
  @ApiProperty() @IsBoolean() agreed: boolean;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const answerEarlyReview = planUseCase({
  name: 'AnswerEarlyReview',
  asks: 'AnswerEarlyReview',
  post: 'api/v1/ehc-plans/:id/early-reviews/:requestId/answer',
  does: 'The request was answered',
  rules: ['EHC-35'],
  input: EarlyReviewAnswer,
  command: (ask) => ({ ...withNewReview(ask), requestId: ask.at.requestId }),
  /** EHC-35, R11: an answer either way, with its reason. A review that is agreed opens, unless one is under way. */
  decide(
    { on, requestId, agreed, newCycleId, ...said }: OnReview<EarlyReviewAnswer> & { readonly requestId: string },
    plan,
  ) {
    const request = requestOf(plan, requestId, on);
    if (request.answered) throw already('The answer', request.answered.on, 'Correct its date if it is wrong.');
    if (request.withdrawn) throw already('The withdrawal', request.withdrawn.on, 'There is nothing left to answer.');
    const reason = requireText('reason', said.reason, 'EHC-35');
    const answer = events.earlyAnswered.fact(on, { requestId, agreed, reason });
    const opens = agreed && !openCycle(plan);
    return opens
      ? [answer, events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind: 'early' })]
      : [answer];
  },
  forms: [
    planForm({
      step: 'early-answer',
      group: 'early',
      offers: ofRequests('Answer the request'),
      title: 'Answer the request for an early review',
      lead: 'Agreed, it opens an early review unless a review is under way. Either way with a reason (EHC-35).',
      button: 'Record the answer',
      checkFirst: 'Whoever asked must have been told before this is recorded.',
      recorded: 'The answer is recorded.',
      questions: () => ({
        on: date({ label: 'When was it answered?', what: 'The day of the answer' }),
        agreed: yesOrNo({ label: 'Was an early review agreed?', none: 'Say whether it was agreed (EHC-35)' }),
        reason: reason({ label: 'Why?', hint: 'Kept sealed', none: 'Enter the reason of the answer (EHC-35)' }),
      }),
      sends: (input, { plan, about }) => ({ at: { id: plan.id, requestId: about }, input }),
    }),
  ],
});

export class EarlyRequestWithdrawal extends Dated {}

export const withdrawEarlyRequest = planUseCase({
  name: 'WithdrawEarlyRequest',
  asks: 'WithdrawEarlyRequest',
  post: 'api/v1/ehc-plans/:id/early-reviews/:requestId/withdrawal',
  does: 'The request was withdrawn',
  rules: ['EHC-35'],
  input: EarlyRequestWithdrawal,
  decide({ on, requestId }: Settled<EarlyRequestWithdrawal> & { readonly requestId: string }, plan) {
    const request = requestOf(plan, requestId, on);
    if (request.answered) throw already('The answer', request.answered.on, 'What was answered is not withdrawn.');
    return request.withdrawn ? [] : [events.earlyWithdrawn.fact(on, { requestId })];
  },
  forms: [
    planForm({
      step: 'early-withdrawn',
      group: 'early',
      offers: ofRequests('They withdrew the request'),
      title: 'Record that the request was withdrawn',
      button: 'Record the withdrawal',
      recorded: 'It is recorded that the request was withdrawn.',
      questions: () => ({ on: date({ label: 'When was it withdrawn?', what: 'The day of the withdrawal' }) }),
      sends: (input, { plan, about }) => ({ at: { id: plan.id, requestId: about }, input }),
    }),
  ],
});

function requestOf(plan: Plan, id: string, on: CivilDate) {
  requireInForce(plan, on);
  const request = plan.requests.find((each) => each.id === id);
  if (!request) throw missing('request for an early review');
  return request;
}

function ofRequests(text: string) {
  return ({ earlyRequests }: EhcPlanView) =>
    earlyRequests.map(({ id, on }) => ({ about: id, text: `${text} of ${formatDate(on)}` }));
}
