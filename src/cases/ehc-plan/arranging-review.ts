// Opening a review and arranging its meeting: the day, who is invited, and a lighter review of a child under five (EHC-02, EHC-13 to EHC-15, EHC-34).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated, OnDay } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { date, one, optionsOf, several } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import type { Cycle } from './domain/cycle-state.js';
import { openCycle, placeOf, unused } from './domain/cycles.js';
import { ehcEvents as events } from './domain/events.js';
import { already, requireInForce } from './domain/plan-in-force.js';
import { cycleFor } from './domain/reviews-under-way.js';
import { channels, cycleKinds, roles, type Channel, type CycleKind, type Role } from './domain/words.js';
import { typedDate } from './pages/review-subject.js';
import { planUseCase } from './plan-use-case.js';
import { offered, OfReview, reviewForm, withNewReview, type OnReview } from './review-use-case.js';

export class NewReview extends Dated {
  @ApiProperty({ enum: cycleKinds }) @IsIn(cycleKinds) kind: CycleKind;
  @ApiProperty({ required: false, description: 'The review before it had a meeting and no decision' })
  @IsOptional()
  @IsBoolean()
  inPlaceOfUndecided?: boolean;
}

export const openReview = planUseCase({
  name: 'OpenReview',
  asks: 'OpenReview',
  post: 'api/v1/ehc-plans/:id/reviews',
  does: 'Open a review; any first step does so too',
  rules: ['EHC-02'],
  input: NewReview,
  command: withNewReview,
  /** One review at a time. A meeting without a decision is not closed by opening another review unless somebody says so (R1). */
  decide({ on, kind, newCycleId, inPlaceOfUndecided }: OnReview<NewReview>, plan) {
    requireInForce(plan, on);
    const undecided = openCycle(plan);
    if (undecided && on >= placeOf(undecided)! && !(inPlaceOfUndecided && undecided.meeting)) {
      throw refuse('EHC-02', 'A review is open: it has no decision notice.', {
        help: 'Record its decision notice. If its meeting was never followed by a decision, say that the new review takes its place.',
      });
    }
    return [events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind })];
  },
  noForm: missing,
});

export class PlannedMeeting extends OfReview {
  @OnDay('Day on which it was arranged') on?: CivilDate;
  @ApiProperty() @IsCivilDate() meetingOn: CivilDate;
}

const arrangedFor = ({ arranged }: Cycle): CivilDate | undefined => arranged[arranged.length - 1]?.meetingOn.on;

export const planReviewMeeting = planUseCase({
  name: 'PlanReviewMeeting',
  asks: 'PlanMeeting',
  post: 'api/v1/ehc-plans/:id/reviews/planned-meeting',
  does: 'The review meeting is arranged',
  rules: ['EHC-09', 'EHC-15'],
  input: PlannedMeeting,
  command: withNewReview,
  decide({ on, meetingOn, ...ref }: OnReview<PlannedMeeting>, plan) {
    requireInForce(plan, on);
    const cycle = cycleFor(plan, ref, on);
    if (cycle.meeting)
      throw already('The meeting of this review', cycle.meeting.on, 'Correct its date if it is wrong.');
    if (meetingOn < on) throw invalid('meetingOn', 'must not be before the day on which it was arranged');
    if (arrangedFor(cycle) === meetingOn) return [];
    return [events.meetingPlanned.fact(on, { cycleId: cycle.id, meetingOn })];
  },
  forms: [
    reviewForm({
      step: 'planned-meeting',
      group: 'invitations',
      offers: offered('Arrange the meeting'),
      title: 'Arrange the review meeting',
      lead: 'Everybody must have two weeks’ notice of its day (EHC-15).',
      button: 'Record the arrangement',
      recorded: 'The meeting is arranged.',
      questions: () => ({
        on: date({ label: 'When was it arranged?', what: 'The day on which it was arranged' }),
        meetingOn: date({ label: 'When will the meeting be?', what: 'The day of the meeting', mayBeAhead: true }),
      }),
      prefill: ({ review }) => typedDate('meetingOn', review.meetingArrangedFor),
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});

export class Invitations extends OfReview {
  @OnDay('Day on which they were sent') on?: CivilDate;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: readonly Role[];
  @ApiProperty() @IsCivilDate() meetingOn: CivilDate;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const sendInvitations = planUseCase({
  name: 'SendInvitations',
  asks: 'SendInvitations',
  post: 'api/v1/ehc-plans/:id/reviews/invitations',
  does: 'Invitations to the review meeting were sent',
  rules: ['EHC-13', 'EHC-14', 'EHC-15'],
  input: Invitations,
  command: withNewReview,
  /** EHC-13, EHC-14, EHC-15: each role has its own invitation, so that who was left out can be seen. */
  decide({ on, roles: invited, meetingOn, channel, ...ref }: OnReview<Invitations>, plan) {
    requireInForce(plan, on);
    if (invited.length === 0) throw invalid('roles', 'must name who was invited', 'EHC-13');
    if (meetingOn < on) throw invalid('meetingOn', 'must not be before the invitation', 'EHC-15');
    const cycle = cycleFor(plan, ref, on);
    return [
      ...(arrangedFor(cycle) === meetingOn ? [] : [events.meetingPlanned.fact(on, { cycleId: cycle.id, meetingOn })]),
      ...[...new Set(invited)].map((role) =>
        events.invitationSent.fact(on, { cycleId: cycle.id, role, meetingOn, channel }),
      ),
    ];
  },
  forms: [
    reviewForm({
      step: 'invitations',
      group: 'invitations',
      offers: offered('Record invitations'),
      title: 'Record the invitations',
      lead: 'The law names who must be invited, with two weeks’ notice of the day (EHC-13, EHC-15). Tick only who was invited on that day.',
      button: 'Record the invitations',
      recorded: 'The invitations are recorded.',
      questions: () => ({
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
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});

export class InterimReview extends OfReview {
  @OnDay() on?: CivilDate;
}

export const considerInterimReview = planUseCase({
  name: 'ConsiderInterimReview',
  asks: 'ConsiderInterimReview',
  post: 'api/v1/ehc-plans/:id/reviews/interim',
  does: 'A lighter review was considered',
  rules: ['EHC-34'],
  input: InterimReview,
  command: withNewReview,
  decide(command: OnReview<InterimReview>, plan) {
    const { on } = command;
    requireInForce(plan, on);
    return [events.interimConsidered.fact(on, { cycleId: cycleFor(plan, command, on).id })];
  },
  noForm: missing,
});
