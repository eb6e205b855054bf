// The notice with the proposed amendments, its service, and what the family says to it: after a review, or without one (EHC-05, EHC-24, EHC-25).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, freeText, one, optionsOf, yesOrNo } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { amendmentNoticeOf, outcomeOf, type Cycle } from './domain/cycle-state.js';
import { ehcEvents as events } from './domain/events.js';
import { already, requireFresh, requireInForce } from './domain/plan-in-force.js';
import { refOf, requireNotice, trackFor, type TrackRef } from './domain/reviews-under-way.js';
import type { Plan } from './domain/state.js';
import { channels, type Channel } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { trackOf } from './pages/review-subject.js';
import { planForm, planUseCase } from './plan-use-case.js';
import { afterNotice, isOpen, offered, OfReviewOrAmendment, reviewForm } from './review-use-case.js';

export class AmendmentNotice extends OfReviewOrAmendment {
  @OnDay('Day on which it was sent') on?: CivilDate;
  @ApiProperty({ required: false, description: 'Starts an amendment without a review' })
  @IsOptional()
  @IsBoolean()
  withoutReview?: boolean;
}

export const sendAmendmentNotice = planUseCase({
  name: 'SendAmendmentNotice',
  asks: 'SendAmendmentNotice',
  post: 'api/v1/ehc-plans/:id/amendment-notices',
  does: 'The notice with the proposed amendments was sent',
  rules: ['EHC-05', 'EHC-24'],
  input: AmendmentNotice,
  command: ({ details, on, context }) => ({ ...details, on, newAmendmentId: idFrom(context.commandId, 'amendment') }),
  /** EHC-24: the proposed amendments that a decision only announced; or, without a review, the start of EHC-05. */
  decide(command: Settled<AmendmentNotice> & { readonly newAmendmentId: string }, plan) {
    const { on, newAmendmentId, withoutReview } = command;
    requireInForce(plan, on);
    if (withoutReview) {
      requireFresh(plan.amendments, newAmendmentId, 'An amendment');
      return [events.amendmentSent.fact(on, { amendmentId: newAmendmentId })];
    }
    const track = trackFor(plan, command, on);
    const sent = amendmentNoticeOf(track);
    if (sent && sent.source !== 'return')
      throw already('The notice with the proposed amendments', sent.on, 'Correct its date if it is wrong.');
    if ('stated' in track && outcomeOf(track as Cycle) !== 'amend') {
      throw refuse('EHC-24', 'The decision of this review was not to amend.', {
        help: 'Record an amendment without a review (EHC-05).',
      });
    }
    return [events.amendmentSent.fact(on, refOf(plan, track))];
  },
  forms: [
    reviewForm({
      step: 'amendment-notice',
      group: 'amendmentNotice',
      offers: offered('Record the amendment notice'),
      title: 'Record the notice with the proposed amendments',
      lead: 'The plan with the notice of the proposed amendments was sent to the family (EHC-24).',
      button: 'Record the amendment notice',
      checkFirst:
        'This stops the clock of the amendment notice and starts the eight weeks of the final plan (EHC-26). Record it only if both have been sent.',
      recorded: 'The amendment notice is recorded. Its service comes next.',
      questions: () => ({ on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }) }),
      sends: ({ on }, { plan, cycleId }) => ({ at: { id: plan.id }, input: { on, cycleId } }),
    }),
    planForm({
      step: 'amendment',
      group: 'amendment',
      offers: aboutThePlan('Record the notice of an amendment without a review'),
      title: 'Record the notice of an amendment without a review',
      lead: 'The plan with the notice of the proposed amendments was sent to the family, and no review led to it. It does not restart the twelve months of the review (EHC-05).',
      button: 'Record the amendment notice',
      checkFirst:
        'The final plan is due eight weeks after this day (EHC-26). Record it only if the plan and the notice have been sent, and only if they follow no review: those stand with the review.',
      recorded: 'The amendment notice is recorded. Its service comes next.',
      questions: () => ({ on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }) }),
      sends: ({ on }, { plan }) => ({ at: { id: plan.id }, input: { on, withoutReview: true } }),
    }),
  ],
});

const channelAsked = (label: string) =>
  one<Channel>({ label, options: optionsOf(channels), none: 'Choose how it was sent' });

export class NoticeService extends OfReviewOrAmendment {
  @OnDay('Day of service') on?: CivilDate;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const serveNotice = planUseCase({
  name: 'ServeNotice',
  asks: 'ServeNotice',
  post: 'api/v1/ehc-plans/:id/notices/served',
  does: 'A notice was served',
  rules: ['EHC-25'],
  input: NoticeService,
  decide(command: Settled<NoticeService>, plan) {
    const { on, channel } = command;
    return [events.noticeServed.fact(on, { ...letterOf(command, plan), channel })];
  },
  forms: afterNotice({
    review: {
      step: 'served',
      group: 'served',
      offers: offered(
        ({ served }) => (served ? 'Record another service' : 'Record the service'),
        ({ amendmentNotice }) => amendmentNotice !== undefined,
      ),
    },
    amendment: {
      step: 'amendment-served',
      text: 'Record that it was served',
      when: (amendment) => isOpen(amendment) && amendment.served === undefined,
    },
    title: 'Record that the notice was served',
    lead: 'The family’s fifteen days count from service, not from the upload (EHC-25).',
    button: 'Record the service',
    recorded: 'The service is recorded. The fifteen days run from it.',
    questions: () => ({
      on: date({ label: 'When did it reach the family?', what: 'The day of service' }),
      channel: channelAsked('How?'),
    }),
    sends: (input, subject) => ({ at: { id: subject.plan.id }, input: { ...input, ...trackOf(subject) } }),
  }),
});

export class NoticeBounce extends OfReviewOrAmendment {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const recordNoticeBounce = planUseCase({
  name: 'RecordNoticeBounce',
  asks: 'RecordBounce',
  post: 'api/v1/ehc-plans/:id/notices/bounced',
  does: 'A notice bounced: it was not served',
  rules: ['EHC-25'],
  input: NoticeBounce,
  /** R14: what bounced was not served; another channel has to follow. Whoever finds it in the post need not say first that it was served. */
  decide(command: Settled<NoticeBounce>, plan) {
    const { on, channel } = command;
    return [events.noticeBounced.fact(on, { ...letterOf(command, plan), channel })];
  },
  forms: afterNotice({
    review: {
      step: 'bounced',
      group: 'served',
      offers: offered('It came back', ({ amendmentNotice }) => amendmentNotice !== undefined),
    },
    amendment: { step: 'amendment-bounced', text: 'Record that it came back' },
    title: 'Record that the notice came back',
    lead: 'What bounced was not served: send it by another way (EHC-25).',
    button: 'Record that it came back',
    recorded: 'It is recorded that the notice came back. Serve it by another way.',
    questions: () => ({
      on: date({ label: 'When did it come back?', what: 'The day on which it came back' }),
      channel: channelAsked('Which way had it been sent?'),
    }),
    sends: (input, subject) => ({ at: { id: subject.plan.id }, input: { ...input, ...trackOf(subject) } }),
  }),
});

/** A letter of whatever outcome may be served, so the review may also be one that was not to be amended. */
function letterOf({ cycleId, amendmentId, on }: Settled<TrackRef>, plan: Plan): TrackRef {
  requireInForce(plan, on);
  const track = trackFor(plan, { cycleId, amendmentId }, on);
  const decision = 'stated' in track ? (track as Cycle).decision : undefined;
  if (!decision) requireNotice(track);
  return refOf(plan, track);
}

export class Representations extends OfReviewOrAmendment {
  @OnDay() on?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() asksForMeeting?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() namesSetting?: boolean;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  summary?: string;
}

export const receiveRepresentations = planUseCase({
  name: 'ReceiveRepresentations',
  asks: 'ReceiveRepresentations',
  post: 'api/v1/ehc-plans/:id/representations',
  does: 'Representations came in',
  rules: ['EHC-25'],
  input: Representations,
  decide(command: Settled<Representations>, plan) {
    const { on, asksForMeeting, namesSetting, summary } = command;
    requireInForce(plan, on);
    const said = { asksForMeeting, namesSetting, summary };
    return [events.representationsReceived.fact(on, { ...noticed(command, plan), ...said })];
  },
  forms: afterNotice({
    review: {
      step: 'representations',
      group: 'representations',
      offers: offered('Record representations', isOpen),
    },
    amendment: { step: 'amendment-representations', text: 'Record the family’s representations' },
    title: 'Record the family’s representations',
    button: 'Record the representations',
    recorded: 'The representations are recorded.',
    questions: () => ({
      on: date({ label: 'When did they come?', what: 'The day on which they came' }),
      asksForMeeting: yesOrNo({ label: 'Do they ask for a meeting?', none: 'Say whether they ask for a meeting' }),
      namesSetting: yesOrNo({
        label: 'Do they ask for a particular school or college?',
        none: 'Say whether they ask for a particular school',
      }),
      summary: freeText({ label: 'In short (optional)', hint: 'Kept sealed' }),
    }),
    sends: (input, subject) => ({ at: { id: subject.plan.id }, input: { ...input, ...trackOf(subject) } }),
  }),
});

export class RepresentationsWaiver extends OfReviewOrAmendment {
  @OnDay() on?: CivilDate;
  @ApiProperty() @IsBoolean() inWriting: boolean;
}

export const waiveRepresentations = planUseCase({
  name: 'WaiveRepresentations',
  asks: 'WaiveRepresentations',
  post: 'api/v1/ehc-plans/:id/representations/waiver',
  does: 'The family waived the fifteen days',
  rules: ['EHC-25'],
  input: RepresentationsWaiver,
  decide(command: Settled<RepresentationsWaiver>, plan) {
    requireInForce(plan, command.on);
    if (!command.inWriting) throw refuse('EHC-25', 'The fifteen days can only be waived in writing.');
    return [events.representationsWaived.fact(command.on, noticed(command, plan))];
  },
  forms: afterNotice({
    review: {
      step: 'waiver',
      group: 'representations',
      offers: offered('They waived the time', (review) => isOpen(review) && !review.waived),
    },
    amendment: {
      step: 'amendment-waiver',
      text: 'Record that the family waived the fifteen days',
      when: (amendment) => isOpen(amendment) && amendment.waived === undefined,
    },
    title: 'Record that the family waived the fifteen days',
    lead: 'Only in writing (EHC-25).',
    button: 'Record the waiver',
    recorded: 'The waiver is recorded.',
    questions: () => ({
      on: date({ label: 'When?', what: 'The day of the waiver' }),
      inWriting: yesOrNo({ label: 'In writing?', none: 'Say whether it is in writing' }),
    }),
    sends: (input, subject) => ({ at: { id: subject.plan.id }, input: { ...input, ...trackOf(subject) } }),
  }),
});

/** The review or amendment whose proposed amendments went out. */
function noticed(command: Settled<TrackRef>, plan: Plan): TrackRef {
  const track = trackFor(plan, command, command.on);
  requireNotice(track);
  return refOf(plan, track);
}
