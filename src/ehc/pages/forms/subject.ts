// What a form of a review knows: the plan, the review, and what both must not be asked again.
import type { EhcPlanView, ReviewView } from '../../queries/plan-view.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Typed } from '../../../web/forms/question.js';

export interface ReviewSubject {
  readonly plan: EhcPlanView;
  readonly review: ReviewView;
  /** Undefined for the review that nobody has begun: its first step opens it. */
  readonly cycleId: string | undefined;
}

export const typedDate = (name: string, on: string | undefined): Typed => {
  if (on === undefined) return {};
  const [year = '', month = '', day = ''] = (on as CivilDate).split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
};
