// EHC plans with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { correctDate, withdrawFact } from './domain/decide-corrections.js';
import { decideNotice } from './domain/decide-notice.js';
import { explainRights } from './domain/rights.js';
import { decideReview } from './domain/decide-review.js';
import { recordReturnedCease, recordReturnedReview, recordReturnedTransfer } from './domain/decide-returned.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { topics } from './topics.js';

const decisions = {
  ...decisionsIn(...topics),
  OpenReview: decideReview,
  SendInvitations: decideReview,
  RecordAdvice: decideReview,
  ConsiderInterimReview: decideReview,
  PlanMeeting: decideReview,
  HoldMeeting: decideReview,
  RecordReviewPoint: decideReview,
  SendReport: decideReview,
  SendDecision: decideNotice,
  SendAmendmentNotice: decideNotice,
  ServeNotice: decideNotice,
  RecordBounce: decideNotice,
  ReceiveRepresentations: decideNotice,
  WaiveRepresentations: decideNotice,
  DropAmendments: decideNotice,
  IssueFinalPlan: decideNotice,
  CopyFinalPlan: decideNotice,
  ExplainRights: explainRights,
  CorrectDate: correctDate,
  WithdrawFact: withdrawFact,
  RecordReturnedReview: recordReturnedReview,
  RecordReturnedPhaseTransfer: recordReturnedTransfer,
  RecordReturnedCease: recordReturnedCease,
};

export type EhcCommand = CommandOf<typeof decisions>;

export const ehcPlan = caseType(ehcPlanKind, decisions);
