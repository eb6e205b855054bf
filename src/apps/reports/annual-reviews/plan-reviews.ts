// What the annual-review figures look at: one plan with its latest meeting and decision, and its latest cycle.
import type { CivilDate } from '../../../kernel/calendar/index.js';

export type Outcome = 'amend' | 'maintain' | 'cease';

/** A plan that is active on census day. */
export interface PlanReviews {
  readonly planMadeOn: CivilDate;
  /** Latest meeting by census day, and latest decision by census day, each on its own: they may belong to different cycles. */
  readonly meetingOn?: CivilDate;
  readonly decisionOn?: CivilDate;
  readonly outcome?: Outcome;
  /** The cycle of that meeting: its own decision, if there is one. */
  readonly cycle?: { readonly meetingOn: CivilDate; readonly decisionOn?: CivilDate; readonly outcome?: Outcome };
}
