// Every form of a review, by its name in the address.
import type { Form } from '../../../../engine/web/forms/form.js';
import { finalPlan, finalPlanCopies, bounced, representations, served, waiver } from './after-notice.js';
import { advice, invitations, planMeeting } from './before-meeting.js';
import { meeting, report, reviewPoint } from './meeting.js';
import { amendmentNotice, decision, notToAmend } from './notices.js';
import type { ReviewSubject } from './subject.js';

export const reviewForms = {
  'planned-meeting': planMeeting,
  invitations,
  advice,
  meeting,
  'review-point': reviewPoint,
  report,
  decision,
  'amendment-notice': amendmentNotice,
  served,
  bounced,
  representations,
  waiver,
  'final-plan': finalPlan,
  'final-plan-copies': finalPlanCopies,
  'not-to-amend': notToAmend,
} as const satisfies Readonly<Record<string, Form<ReviewSubject>>>;

export type ReviewFormName = keyof typeof reviewForms;

export const isReviewForm = (name: string): name is ReviewFormName => Object.hasOwn(reviewForms, name);
