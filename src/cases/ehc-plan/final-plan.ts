// What comes of proposed amendments: the final plan, the decision not to amend, and who has got the plan (EHC-26 to EHC-29). No final plan starts a clock (EHC-03 to EHC-05).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, freeText, oneOrNone, optionsOf, several, yesOrNo } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { servedOf, type Track } from './domain/cycle-state.js';
import { ehcEvents as events } from './domain/events.js';
import { requiredRecipients } from './domain/final-recipients.js';
import { droppedLacks, requireReasonFor } from './domain/lacks.js';
import { earliestFinal } from './domain/limits.js';
import { isByPlan, ordersOf } from './domain/orders.js';
import { already, requireInForce, requireText } from './domain/plan-in-force.js';
import { finalOf, refOf, requireNotice, trackFor } from './domain/reviews-under-way.js';
import type { Plan } from './domain/state.js';
import { finalOrigins, recipients as everyone, type FinalOrigin, type Recipient } from './domain/words.js';
import { notSentTo, trackOf } from './pages/review-subject.js';
import { ofOrders, orderOf } from './orders.js';
import { planForm, planUseCase } from './plan-use-case.js';
import { afterNotice, offered, OfReviewOrAmendment } from './review-use-case.js';

export class FinalEhcPlan extends OfReviewOrAmendment {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: finalOrigins }) @IsIn(finalOrigins) origin: FinalOrigin;
  @ApiProperty({ enum: everyone, isArray: true })
  @IsArray()
  @IsIn(everyone, { each: true })
  recipients: readonly string[];
  @ApiProperty({
    required: false,
    description: 'Not all of the three have it yet: the others are still to get it (EHC-29)',
  })
  @IsOptional()
  @IsBoolean()
  restToFollow?: boolean;
  @ApiProperty({ required: false, description: 'Why it went out before the fifteen days were over; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reasonForEarly?: string;
  @ApiProperty({
    required: false,
    description:
      'By order of the Tribunal the appeal, by mediation the agreement that it complies with (EHC-76, EHC-78)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  orderId?: string;
}

type Issued = Settled<FinalEhcPlan>;

export const issueFinalPlan = planUseCase({
  name: 'IssueFinalPlan',
  asks: 'IssueFinalPlan',
  post: 'api/v1/ehc-plans/:id/final-plans',
  does: 'A final plan was issued',
  rules: ['EHC-04', 'EHC-05', 'EHC-25', 'EHC-26', 'EHC-27', 'EHC-29'],
  input: FinalEhcPlan,
  decide(command: Issued, plan) {
    const { on, origin } = command;
    requireInForce(plan, on);
    if (origin === 'tribunal' || origin === 'mediation') {
      const orderId = orderBehind(command, plan);
      return [events.finalPlanIssued.fact(on, { origin, recipients: recipientsOf(command), orderId })];
    }
    const track = trackFor(plan, command, on);
    const ref = refOf(plan, track);
    if ((origin === 'review') !== (ref.cycleId !== undefined)) {
      throw invalid(
        'origin',
        'does not fit: it says whether the plan follows a review or an amendment without one',
        'EHC-05',
      );
    }
    requireNotice(track);
    if (track.dropped) throw already('The decision not to amend', track.dropped.on, 'Start a new amendment.');
    const final = finalOf(plan, track);
    if (final) throw already('The final plan', final.on, 'Correct its date if it is wrong.');
    const recipients = recipientsOf(command);
    requireAllThree(command, recipients, plan);
    return [events.finalPlanIssued.fact(on, { ...ref, origin, recipients, ...tooEarly(command, track, plan) })];
  },
  forms: [
    ...afterNotice({
      review: {
        step: 'final-plan',
        group: 'finalPlan',
        offers: offered('Record the final plan'),
      },
      amendment: { step: 'amendment-final', text: 'Record the final amended plan' },
      title: 'Record the final amended plan',
      lead: (subject) =>
        'review' in subject
          ? 'Eight weeks after the amendment notice and twelve weeks after the meeting at the latest (EHC-26, EHC-27).'
          : 'Eight weeks after the amendment notice at the latest (EHC-26). It does not restart the twelve months of the review (EHC-05).',
      button: 'Record the final plan',
      checkFirst:
        'The family can appeal against its contents from this day on. Record it only if the plan has been sent.',
      recorded: 'The final plan is recorded.',
      questions: () => ({
        on: date({ label: 'When was it issued?', what: 'The day on which it was issued' }),
        recipients: several({
          label: 'Who got it?',
          hint: 'The family, the school or college where there is one, and the ICB (EHC-29)',
          options: optionsOf(everyone),
          none: 'Tick who got it',
        }),
        restToFollow: oneOrNone<'yes'>({
          label: 'If not all of them have it yet',
          options: [{ value: 'yes', text: 'The others are still to get it' }],
        }),
        reasonForEarly: freeText({
          label: 'If it went out before the fifteen days were over: why?',
          hint: 'Kept sealed',
        }),
      }),
      sends({ restToFollow, ...answers }, subject) {
        const track = trackOf(subject);
        const origin: FinalOrigin = 'amendmentId' in track ? 'amendment-without-review' : 'review';
        const input = { ...answers, restToFollow: restToFollow === 'yes', origin, ...track };
        return { at: { id: subject.plan.id }, input };
      },
    }),
    planForm({
      step: 'plan-by-order',
      group: 'appeal',
      offers: ofOrders('Record the plan issued by it'),
      title: 'Record the plan issued by order or agreement',
      lead: 'Two weeks after the order for another school alone, five for the special educational provision, eleven or fourteen for a plan that is made (EHC-76 to EHC-78).',
      button: 'Record the plan',
      checkFirst: 'This complies with the order or the agreement. Record it only if the plan has been sent.',
      recorded: 'The plan issued by order or agreement is recorded.',
      questions: () => ({
        on: date({ label: 'When was it issued?', what: 'The day on which it was issued' }),
        recipients: several<string>({ label: 'Who got it?', options: optionsOf(everyone), none: 'Tick who got it' }),
      }),
      sends(answers, subject) {
        const origin: FinalOrigin = orderOf(subject)?.kind === 'agreed' ? 'mediation' : 'tribunal';
        return { at: { id: subject.plan.id }, input: { ...answers, origin, orderId: subject.about } };
      },
    }),
  ],
});

function recipientsOf(command: Issued): Recipient[] {
  const recipients = everyone.filter((each) => command.recipients.includes(each));
  if (recipients.includes('family')) return recipients;
  throw refuse('EHC-29', 'A final plan is issued by sending it to the parent or young person.', {
    help: 'Name everyone who got it: family, setting, ICB.',
  });
}

/** Which order or agreement it complies with; only where there is one of the Tribunal may that be left out. */
function orderBehind({ origin, orderId }: Issued, plan: Plan): string | undefined {
  if (orderId === undefined && origin === 'tribunal') return undefined;
  const order = ordersOf(plan).find(({ id }) => id === orderId);
  if (!order || !isByPlan(order) || (order.kind === 'agreed') !== (origin === 'mediation')) {
    throw invalid('orderId', 'name the order, or the agreement, that this plan complies with', 'EHC-76');
  }
  const [before] = plan.finals.filter((final) => final.orderId === orderId);
  if (before) throw already('The plan by this order or agreement', before.on, 'Correct its date if it is wrong.');
  return orderId;
}

const said: Readonly<Record<Recipient, string>> = { family: 'the family', setting: 'the institution', icb: 'the ICB' };

/** EHC-29: whoever has not got it yet is named, or said to be still to get it. */
function requireAllThree({ on, restToFollow }: Issued, recipients: readonly Recipient[], plan: Plan): void {
  const left = requiredRecipients(plan, on).filter((each) => !recipients.includes(each));
  if (left.length === 0 || restToFollow === true) return;
  throw refuse('EHC-29', `The final plan goes to three; not named: ${left.map((each) => said[each]).join(', ')}.`, {
    help: 'Name everyone who got it, or say that the others are still to get it: that stays open until it is recorded.',
    fields: [{ field: 'recipients', problem: `leaves out ${left.join(', ')}; or say restToFollow` }],
  });
}

/** EHC-25: not before the family's fifteen days are over, unless they waived them. What did go out is kept as issued too early, with the reason. */
function tooEarly({ on, reasonForEarly }: Issued, track: Track, plan: Plan) {
  if (track.waived !== undefined && track.waived.on <= on) return {};
  const from = earliestFinal(plan, track);
  const cameBack = servedOf(track) === undefined && track.services.some(({ bounced }) => bounced !== undefined);
  if (!cameBack && (from === undefined || on >= from)) return {};
  if ((reasonForEarly ?? '').trim() !== '') return { issuedEarly: true, reasonForEarly };
  if (cameBack || from === undefined) {
    throw refuse('EHC-25', 'The notice came back and was not served again: the family’s fifteen days have not begun.', {
      help: 'Serve it by another way and wait (the eight weeks of EHC-26 run on), or record that they waived the time in writing. If the plan did go out, say why: it is kept as issued too early.',
    });
  }
  throw refuse('EHC-25', `The family has fifteen days: the final plan may be issued from ${formatDate(from)}.`, {
    help: 'Wait, or record that they waived the time in writing. If it did go out that day, say why: it is kept as issued too early.',
  });
}

export class DroppedAmendments extends OfReviewOrAmendment {
  @OnDay('Day on which it was notified') on?: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'Why it does not give the right of appeal; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  lacksReason?: string;
}

export const dropAmendments = planUseCase({
  name: 'DropAmendments',
  asks: 'DropAmendments',
  post: 'api/v1/ehc-plans/:id/amendment-notices/dropped',
  does: 'After representations the plan is not amended',
  rules: ['EHC-28'],
  input: DroppedAmendments,
  decide(command: Settled<DroppedAmendments>, plan) {
    const { on, reason, appealRightsGiven, lacksReason } = command;
    requireInForce(plan, on);
    const track = trackFor(plan, command, on);
    requireNotice(track);
    if (track.dropped) throw already('The decision not to amend', track.dropped.on, 'Correct its date if it is wrong.');
    const final = finalOf(plan, track);
    if (final) throw already('The final plan', final.on, 'What has been issued cannot be dropped.');
    requireText('reason', reason, 'EHC-28');
    const lacks = requireReasonFor(droppedLacks(command), lacksReason);
    const letter = { ...refOf(plan, track), reason, appealRightsGiven };
    return [events.amendmentsDropped.fact(on, { ...letter, lacks: [...lacks], lacksReason })];
  },
  forms: afterNotice({
    review: {
      step: 'not-to-amend',
      group: 'finalPlan',
      offers: offered('Record that it is not amended'),
    },
    amendment: { step: 'amendment-not-to-amend', text: 'Record the decision not to amend after all' },
    title: 'Record the decision not to amend after all',
    lead: 'Only after a notice with proposed amendments, with reasons and the right of appeal (EHC-28).',
    button: 'Record the decision not to amend',
    checkFirst: 'The family can appeal against this. Record it only if they have been notified.',
    recorded: 'The decision not to amend is recorded.',
    questions: () => ({
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
    sends: ({ reason = '', ...answers }, subject) => ({
      at: { id: subject.plan.id },
      input: { ...answers, reason, ...trackOf(subject) },
    }),
  }),
});

export class FinalPlanCopy {
  @OnDay('Day on which they got it') on?: CivilDate;
  @ApiProperty({ required: false, description: 'The review whose final plan it is' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ enum: everyone, isArray: true })
  @IsArray()
  @IsIn(everyone, { each: true })
  recipients: readonly Recipient[];
}

export const copyFinalPlan = planUseCase({
  name: 'CopyFinalPlan',
  asks: 'CopyFinalPlan',
  post: 'api/v1/ehc-plans/:id/final-plans/copies',
  does: 'The final plan went to more of the three who must get it',
  rules: ['EHC-29'],
  input: FinalPlanCopy,
  /** EHC-29: those who had not got it have it now. */
  decide(command: Settled<FinalPlanCopy>, plan) {
    const { on, cycleId, amendmentId } = command;
    requireInForce(plan, on);
    const final = plan.finals.find(({ track }) => track !== undefined && track === (cycleId ?? amendmentId));
    if (!final) throw invalid('cycleId', 'no final plan of this review or amendment is recorded', 'EHC-29');
    if (on < final.on) throw invalid('on', `must not be before the final plan of ${formatDate(final.on)}`, 'EHC-29');
    const recipients = everyone.filter((each) => command.recipients.includes(each));
    if (recipients.length === 0) throw invalid('recipients', 'must name who got it', 'EHC-29');
    return [
      events.finalPlanCopied.fact(on, { ...(cycleId === undefined ? { amendmentId } : { cycleId }), recipients }),
    ];
  },
  forms: afterNotice({
    review: {
      step: 'final-plan-copies',
      group: 'finalPlanSent',
      offers: offered('Record who else got it', ({ finalPlanNotSentTo }) => finalPlanNotSentTo.length > 0),
    },
    amendment: {
      step: 'amendment-final-copies',
      text: 'Record who else got the final plan',
      when: ({ finalPlanNotSentTo }) => finalPlanNotSentTo.length > 0,
    },
    title: 'Record who else got the final plan',
    lead: 'It goes to the family, the school or college where there is one, and the ICB (EHC-29).',
    button: 'Record it',
    recorded: 'It is recorded who else has the final plan.',
    questions: () => ({
      on: date({ label: 'When did they get it?', what: 'The day on which they got it' }),
      recipients: several<Recipient>({ label: 'Who got it?', options: optionsOf(everyone), none: 'Tick who got it' }),
    }),
    prefill: (subject) => ({ recipients: notSentTo(subject) }),
    sends: (input, subject) => ({ at: { id: subject.plan.id }, input: { ...input, ...trackOf(subject) } }),
  }),
});
