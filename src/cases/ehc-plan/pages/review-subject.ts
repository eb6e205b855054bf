// What a form of a review knows: the plan, the review, and what both must not be asked again.
import type { EhcPlanView, ReviewView } from '../queries/plan-view.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { PlanSubject } from './plan-forms/plan-form.js';
import type { Typed } from '../../../engine/web/forms/question.js';

export interface ReviewSubject {
  readonly plan: EhcPlanView;
  readonly review: ReviewView;
  /** Undefined for the review that nobody has begun: its first step opens it. */
  readonly cycleId: string | undefined;
}

/** A form after a notice is of a review, or of an amendment without one (EHC-05): then the plan's form names it. */
export type TrackSubject = ReviewSubject | PlanSubject;

export const trackOf = (subject: TrackSubject): { readonly cycleId?: string } | { readonly amendmentId: string } =>
  'review' in subject ? { cycleId: subject.cycleId } : { amendmentId: subject.about };

export const notSentTo = (subject: TrackSubject): readonly string[] =>
  'review' in subject
    ? subject.review.finalPlanNotSentTo
    : (subject.plan.amendments.find(({ id }) => id === subject.about)?.finalPlanNotSentTo ?? []);

export const typedDate = (name: string, on: string | undefined): Typed => {
  if (on === undefined) return {};
  const [year = '', month = '', day = ''] = (on as CivilDate).split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
};
