// What the use cases on a review, or on an amendment without one, have in common: which of them is meant, and their forms.
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import type { Settled } from '../../engine/use-cases/dated.js';
import { formsAt, type FormParts, type PlacedForm } from '../../engine/use-cases/placed-form.js';
import type { Ask } from '../../engine/use-cases/use-case.js';
import type { Offer } from '../../engine/web/forms/offered-form.js';
import type { Questions } from '../../engine/web/forms/question.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { TrackSubject, ReviewSubject } from './pages/review-subject.js';
import { newReviewId, planForm } from './plan-use-case.js';
import type { AmendmentView, EhcPlanView, ReviewView } from './queries/plan-view.js';

export class OfReview {
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
}

export class OfReviewOrAmendment {
  @ApiProperty({ required: false, description: 'The review; left out, the one that waits for it' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
}

/** What was sent about a review as it is decided on. */
export type OnReview<Input> = Settled<Input> & { readonly newCycleId: string };

/** The first step of a review opens it, whichever step that is. */
export const withNewReview = <Route extends string, Input>({ details, on, context }: Ask<Route, Input>) => ({
  ...details,
  on,
  newCycleId: newReviewId(context),
});

/** The steps of a review as its page lists them: under each stand its forms. */
export type ReviewStep =
  | 'invitations'
  | 'advice'
  | 'meeting'
  | 'report'
  | 'decision'
  | 'amendmentNotice'
  | 'served'
  | 'representations'
  | 'finalPlan'
  | 'finalPlanSent';

/** A form on the page of a review. */
export const reviewForm = formsAt<ReviewSubject, ReviewView, ReviewStep>('review');

/** One link, where it is of use: whether it can be done is the decision's to say. */
export const offered =
  (text: string | ((review: ReviewView) => string), when: (review: ReviewView) => boolean = () => true) =>
  (review: ReviewView): Offer[] =>
    when(review) ? [{ about: review.cycleId, text: typeof text === 'string' ? text : text(review) }] : [];

export const isOpen = ({ finalPlan, notToAmend }: AmendmentView | ReviewView): boolean => !finalPlan && !notToAmend;

/** One link for each amendment without a review of which it is of use. */
const offeredOfAmendments =
  (text: string, when: (amendment: AmendmentView) => boolean) =>
  ({ amendments }: EhcPlanView): Offer[] =>
    amendments
      .filter(when)
      .map(({ id, notice }) => ({ about: id, text: `${text}: notice of ${formatDate(notice.on as CivilDate)}` }));

/** The same form twice: on the page of the review, and on the plan's for an amendment without one (EHC-05). */
export const afterNotice = <Q extends Questions, const Sends>({
  review,
  amendment,
  ...parts
}: Omit<FormParts<Q, TrackSubject, never, string, Sends>, 'step' | 'group' | 'offers'> & {
  readonly review: { readonly step: string; readonly group: ReviewStep; readonly offers: (of: ReviewView) => Offer[] };
  readonly amendment: { readonly step: string; readonly text: string; when?(one: AmendmentView): boolean };
}): readonly PlacedForm<Sends>[] => [
  reviewForm<Q, Sends>({ ...parts, ...review }),
  planForm<Q, Sends>({
    ...parts,
    step: amendment.step,
    group: 'amendment',
    offers: offeredOfAmendments(amendment.text, amendment.when ?? isOpen),
  }),
];
