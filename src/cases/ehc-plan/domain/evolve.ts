// Folds the history of a plan into its state.
import type { EhcEvent } from './events.js';
import { evolveCorrection } from './evolve-corrections.js';
import { evolveFurther } from './evolve-further.js';
import { evolveMore } from './evolve-more.js';
import { evolveNotice } from './evolve-notice.js';
import { evolveOrder } from './evolve-orders.js';
import { evolvePlan } from './evolve-plan.js';
import { evolveReview } from './evolve-review.js';
import type { Plan } from './state.js';

export function evolve(plan: Plan, event: EhcEvent): Plan {
  switch (event.type) {
    case 'PlanIssued':
    case 'PlanMovedIn':
    case 'MoveInLetterSent':
    case 'MoveOutKnown':
    case 'PlanMovedOut':
    case 'PlacementRecorded':
    case 'PlacementEnded':
    case 'NeedsRecorded':
    case 'YearGroupRecorded':
      return evolvePlan(plan, event);
    case 'ReviewCycleOpened':
    case 'InvitationSent':
    case 'AdviceRequested':
    case 'AdviceChased':
    case 'AdviceReceived':
    case 'AdviceDeclined':
    case 'AdviceNilReturnReceived':
    case 'AdviceCirculated':
    case 'InterimReviewConsidered':
    case 'ReviewMeetingPlanned':
    case 'ReviewMeetingHeld':
    case 'ReviewReportSent':
    case 'OutcomeStated':
      return evolveReview(plan, event);
    case 'DecisionNoticeSent':
    case 'AmendmentNoticeSent':
    case 'NoticeServed':
    case 'NoticeBounced':
    case 'RepresentationsReceived':
    case 'RepresentationsWaived':
    case 'AmendmentsDropped':
    case 'FinalPlanIssued':
    case 'FinalPlanCopied':
      return evolveNotice(plan, event);
    case 'EarlyReviewRequested':
    case 'EarlyReviewAnswered':
    case 'EarlyReviewRequestWithdrawn':
    case 'PhaseTransferDue':
    case 'PhaseTransferNamed':
    case 'CeaseProposed':
    case 'CeaseNotPursued':
    case 'CeaseDecided':
    case 'PlanCeased':
    case 'PlanContinuedPast25':
    case 'CourseEndRecorded':
    case 'RightsExplained':
    case 'MediationRecorded':
    case 'MediationCertificateIssued':
    case 'AppealRegistered':
    case 'AppealDetermined':
      return evolveMore(plan, event);
    case 'SchoolConsulted':
    case 'SchoolReplied':
    case 'ConsultationWithdrawn':
    case 'IcbChangeKnown':
    case 'NewIcbNotified':
    case 'NewIcbJudgedProvision':
    case 'IcbRequestReceived':
    case 'IcbRequestMet':
    case 'AppealNoticeReceived':
    case 'TribunalDateFixed':
    case 'TribunalActDone':
    case 'AppealConceded':
    case 'ReviewPointRecorded':
      return evolveFurther(plan, event);
    case 'RefusalNotified':
    case 'MediationAgreed':
    case 'OrderStepDone':
      return evolveOrder(plan, event);
    case 'DateCorrected':
    case 'FactWithdrawn':
      return evolveCorrection(plan, event);
  }
}
