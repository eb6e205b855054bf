// EHC plans with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { determineAppeal, recordMediation, registerAppeal } from './domain/decide-appeal.js';
import { ceasePlan, decideToCease, dropCease, proposeCease } from './domain/decide-cease.js';
import { correctDate, withdrawFact } from './domain/decide-corrections.js';
import { decideConsultation } from './domain/decide-consultation.js';
import { decideIcb } from './domain/decide-icb.js';
import { decideNotice } from './domain/decide-notice.js';
import { continuePast25, recordCourseEnd } from './domain/decide-past-25.js';
import { explainRights } from './domain/rights.js';
import { decideOrder } from './domain/decide-orders.js';
import { decidePlan } from './domain/decide-plan.js';
import { decideReview } from './domain/decide-review.js';
import { decideTribunal } from './domain/decide-tribunal.js';
import { recordReturnedCease, recordReturnedReview, recordReturnedTransfer } from './domain/decide-returned.js';
import { expectTransfer, namePhaseSetting } from './domain/phase-transfer.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { topics } from './topics.js';

const decisions = {
  ...decisionsIn(...topics),
  IssuePlan: decidePlan,
  TakeOverPlan: decidePlan,
  SendMoveInLetter: decidePlan,
  LearnOfMove: decidePlan,
  MoveOut: decidePlan,
  RecordPlacement: decidePlan,
  EndPlacement: decidePlan,
  RecordNeeds: decidePlan,
  RecordYearGroup: decidePlan,
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
  ConsultSchool: decideConsultation,
  RecordSchoolReply: decideConsultation,
  WithdrawConsultation: decideConsultation,
  LearnOfIcbChange: decideIcb,
  NotifyNewIcb: decideIcb,
  JudgeIcbProvision: decideIcb,
  ReceiveIcbRequest: decideIcb,
  MeetIcbRequest: decideIcb,
  ReceiveAppealNotice: decideTribunal,
  FixTribunalDate: decideTribunal,
  DoTribunalAct: decideTribunal,
  ConcedeAppeal: decideTribunal,
  NotifyRefusal: decideOrder,
  AgreeInMediation: decideOrder,
  DoOrderStep: decideOrder,
  ExpectPhaseTransfer: expectTransfer,
  NamePhaseSetting: namePhaseSetting,
  ProposeCease: proposeCease,
  DropCease: dropCease,
  DecideCease: decideToCease,
  CeasePlan: ceasePlan,
  ContinuePast25: continuePast25,
  ExplainRights: explainRights,
  RecordCourseEnd: recordCourseEnd,
  RecordMediation: recordMediation,
  RegisterAppeal: registerAppeal,
  DetermineAppeal: determineAppeal,
  CorrectDate: correctDate,
  WithdrawFact: withdrawFact,
  RecordReturnedReview: recordReturnedReview,
  RecordReturnedPhaseTransfer: recordReturnedTransfer,
  RecordReturnedCease: recordReturnedCease,
};

export type EhcCommand = CommandOf<typeof decisions>;

export const ehcPlan = caseType(ehcPlanKind, decisions);
