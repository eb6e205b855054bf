// The review meeting, what it said, and its report. None of them completes a review (EHC-02).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { OnDay } from '../../engine/use-cases/dated.js';
import type { Question } from '../../engine/web/forms/question.js';
import { date, freeText, one, optionsOf, several, yesOrNo } from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { Journal } from '../../store/journal.js';
import { birthDateOfPlan } from './person-of-plan.js';
import { latestOf } from './domain/entries.js';
import { ehcEvents as events } from './domain/events.js';
import { already, requireInForce, requireText } from './domain/plan-in-force.js';
import { cycleFor } from './domain/reviews-under-way.js';
import { yearGroupOn } from './domain/schooling.js';
import {
  adulthoodAreas,
  outcomes,
  pointFindings,
  reviewPoints,
  roles,
  slotValues,
  type Outcome,
  type PointFinding,
  type ReviewPoint,
  type Role,
  type SlotValue,
} from './domain/words.js';
import { typedDate, type ReviewSubject } from './pages/review-subject.js';
import { planUseCase } from './plan-use-case.js';
import { offered, OfReview, reviewForm, withNewReview, type OnReview } from './review-use-case.js';

type Area = (typeof adulthoodAreas)[number];

/** EHC-20: one slot for each area. */
export class AdulthoodHeadings {
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) employment?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) independentLiving?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) community?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) health?: SlotValue;
}

export class ReviewMeeting extends OfReview {
  @OnDay('Day of the meeting') on?: CivilDate;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) attended: readonly Role[];
  @ApiProperty({ description: 'Whether progress towards the outcomes was considered (EHC-18)' })
  @IsBoolean()
  outcomesConsidered: boolean;
  @ApiProperty({ required: false, type: AdulthoodHeadings, description: 'From Year 9 on all four (EHC-19, EHC-20)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AdulthoodHeadings)
  preparingForAdulthood?: AdulthoodHeadings;
}

type Held = OnReview<Omit<ReviewMeeting, 'outcomesConsidered'>> & {
  readonly outcomesConsidered?: boolean;
  readonly birthDate?: CivilDate;
};

export const holdReviewMeeting = planUseCase({
  name: 'HoldReviewMeeting',
  asks: 'HoldMeeting',
  post: 'api/v1/ehc-plans/:id/reviews/meeting',
  does: 'The review meeting was held; the review is not complete by it',
  rules: ['EHC-02', 'EHC-18', 'EHC-19', 'EHC-20'],
  input: ReviewMeeting,
  uses: [Journal],
  command: async (ask, journal) => ({
    ...withNewReview(ask),
    preparingForAdulthood: ask.input.preparingForAdulthood && { ...ask.input.preparingForAdulthood },
    birthDate: await birthDateOfPlan(journal, ask.at.id),
  }),
  decide(command: Held, plan) {
    const { on, attended, outcomesConsidered, birthDate } = command;
    requireInForce(plan, on);
    const cycle = cycleFor(plan, command, on);
    if (cycle.meeting) {
      const help = 'Correct its date, or open the review to which a further meeting belongs.';
      throw already('The meeting of this review', cycle.meeting.on, help);
    }
    if (outcomesConsidered === undefined) {
      throw invalid(
        'outcomesConsidered',
        'the minutes must say whether progress towards the outcomes was considered',
        'EHC-18',
      );
    }
    const yearGroup = yearGroupOn(plan, on, birthDate);
    const preparingForAdulthood = headings(command, yearGroup);
    const minutes = { attended: [...attended], outcomesConsidered, preparingForAdulthood, yearGroup };
    return [events.meetingHeld.fact(on, { cycleId: cycle.id, ...minutes })];
  },
  forms: [
    reviewForm({
      step: 'meeting',
      group: 'meeting',
      offers: offered('Record the meeting'),
      title: 'Record the review meeting',
      lead: 'The review is not complete by its meeting: the decision notice is due four weeks after it (EHC-02, EHC-22).',
      button: 'Record the meeting',
      recorded: 'The meeting is recorded. The review stays open until the decision notice is sent.',
      questions: (subject) => ({
        on: date({ label: 'When was the meeting?', what: 'The day of the meeting' }),
        attended: several<Role>({ label: 'Who was there?', options: optionsOf(roles) }),
        outcomesConsidered: yesOrNo({
          label: 'Was progress towards the outcomes considered?',
          none: 'Say whether progress towards the outcomes was considered (EHC-18)',
        }),
        ...adulthood(subject),
      }),
      prefill: ({ review }) => typedDate('on', review.meetingArrangedFor),
      sends({ on, attended, outcomesConsidered, ...areas }, { plan, cycleId }) {
        const given = Object.entries<SlotValue | undefined>(areas).map(
          ([name, value]) => [name.split('.')[1] ?? '', value] as const,
        );
        const preparingForAdulthood =
          given.length === 0 ? undefined : (Object.fromEntries(given) as Partial<Record<Area, SlotValue>>);
        return { at: { id: plan.id }, input: { on, attended, outcomesConsidered, preparingForAdulthood, cycleId } };
      },
    }),
  ],
});

/** EHC-19, EHC-20: from Year 9 on, a slot for each of the four areas. */
function headings({ preparingForAdulthood: given = {} }: Held, yearGroup: number | undefined) {
  const blank = adulthoodAreas.filter((area) => given[area] === undefined);
  if (blank.length === 0) return given as Record<Area, SlotValue>;
  if (yearGroup !== undefined && yearGroup >= 9) {
    throw refuse(
      'EHC-20',
      `In Year ${yearGroup} the minutes need a heading for each area of preparing for adulthood.`,
      {
        help: `Still blank: ${blank.join(', ')}. Say what was set, that none is needed, or that it was not considered.`,
        fields: blank.map((area) => ({
          field: `preparingForAdulthood.${area}`,
          problem: 'must be given from Year 9 on (EHC-19)',
        })),
      },
    );
  }
  if (blank.length < adulthoodAreas.length)
    throw invalid('preparingForAdulthood', 'needs all four areas or none', 'EHC-20');
  return undefined;
}

/** EHC-19, EHC-20: from Year 9 on each of the four areas has its heading in the minutes. */
function adulthood({ plan }: ReviewSubject): Partial<Record<`preparingForAdulthood.${Area}`, Question<SlotValue>>> {
  if ((plan.yearGroup ?? 0) < 9) return {};
  return Object.fromEntries(
    adulthoodAreas.map((area) => [
      `preparingForAdulthood.${area}`,
      one<SlotValue>({
        label: `Preparing for adulthood: ${words(area).toLowerCase()}`,
        options: optionsOf(slotValues),
        none: `Say what was recorded about ${words(area).toLowerCase()} (EHC-20)`,
      }),
    ]),
  );
}

export class ReviewPointEntry extends OfReview {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: reviewPoints }) @IsIn(reviewPoints) point: ReviewPoint;
  @ApiProperty({ enum: pointFindings }) @IsIn(pointFindings) finding: PointFinding;
}

export const recordReviewPoint = planUseCase({
  name: 'RecordReviewPoint',
  asks: 'RecordReviewPoint',
  post: 'api/v1/ehc-plans/:id/review-points',
  does: 'What the meeting said on outcomes at 19, a personal budget, or a care plan',
  rules: ['EHC-10', 'EHC-33'],
  input: ReviewPointEntry,
  command: withNewReview,
  /** EHC-10, EHC-33: said once the meeting was held, and again when it was wrong. */
  decide({ on, point, finding, ...ref }: OnReview<ReviewPointEntry>, plan) {
    requireInForce(plan, on);
    const { id, meeting, points } = cycleFor(plan, ref, on);
    if (!meeting) throw invalid('on', 'no meeting of this review is recorded that could have considered it', 'EHC-33');
    if (latestOf(points.filter((each) => each.point === point))?.finding === finding) return [];
    return [events.pointRecorded.fact(on, { cycleId: id, point, finding })];
  },
  forms: [
    reviewForm({
      step: 'review-point',
      group: 'meeting',
      offers: offered('Record whether the outcomes have been achieved', ({ pointsLeft }) =>
        pointsLeft.includes('outcomes-achieved'),
      ),
      title: 'Record what the meeting said on a further point',
      lead: 'From 19 on the council has regard to whether the outcomes of education or training have been achieved (EHC-10).',
      button: 'Record it',
      recorded: 'It is recorded what the meeting said.',
      questions: ({ review }) => ({
        on: date({ label: 'When was it said?', what: 'The day of the meeting' }),
        point: one<ReviewPoint>({
          label: 'On which point?',
          options: optionsOf(review.pointsLeft as readonly ReviewPoint[]),
          none: 'Choose the point',
        }),
        finding: one<PointFinding>({
          label: 'What was said?',
          options: optionsOf(pointFindings),
          none: 'Choose what was said',
        }),
      }),
      prefill: ({ review }) => typedDate('on', review.meeting?.on),
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});

export class ReviewReport extends OfReview {
  @OnDay('Day on which it was sent') on?: CivilDate;
  @ApiProperty({ enum: outcomes }) @IsIn(outcomes) recommends: Outcome;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) sentTo: readonly Role[];
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  recommendations?: string;
  @ApiProperty({ required: false, description: 'Where views differ; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  differences?: string;
}

export const sendReviewReport = planUseCase({
  name: 'SendReviewReport',
  asks: 'SendReport',
  post: 'api/v1/ehc-plans/:id/reviews/report',
  does: 'The report of the meeting was sent',
  rules: ['EHC-21'],
  input: ReviewReport,
  command: withNewReview,
  decide(command: OnReview<ReviewReport>, plan) {
    const { on, recommends, sentTo, recommendations, differences } = command;
    requireInForce(plan, on);
    const { id, meeting, report } = cycleFor(plan, command, on);
    if (!meeting) throw invalid('on', 'no meeting of this review is recorded that it could report', 'EHC-21');
    if (report) throw already('The report of this review', report.on, 'Correct its date if it is wrong.');
    if (sentTo.length === 0) throw invalid('sentTo', 'must name to whom it was sent', 'EHC-21');
    if (recommends === 'amend') requireText('recommendations', recommendations, 'EHC-21');
    return [events.reportSent.fact(on, { cycleId: id, recommends, sentTo: [...sentTo], recommendations, differences })];
  },
  forms: [
    reviewForm({
      step: 'report',
      group: 'report',
      offers: offered('Record the report'),
      title: 'Record the report of the meeting',
      lead: 'It goes to everybody invited, two weeks after the meeting at the latest (EHC-21).',
      button: 'Record the report',
      recorded: 'The report is recorded. The decision notice comes next.',
      questions: () => ({
        on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
        recommends: one<Outcome>({
          label: 'What does it recommend?',
          options: optionsOf(outcomes),
          none: 'Choose what it recommends',
        }),
        sentTo: several<Role>({ label: 'Who got it?', options: optionsOf(roles), none: 'Tick who got it' }),
        recommendations: freeText({ label: 'Recommended amendments', hint: 'Needed where it recommends to amend' }),
        differences: freeText({ label: 'Where views differed (optional)' }),
      }),
      prefill: ({ review }) => ({ sentTo: review.ledger.filter(({ invited }) => invited).map(({ role }) => role) }),
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});
