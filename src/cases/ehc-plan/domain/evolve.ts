// Folds the history of a plan into its state.
import type { EhcEvent } from './events.js';
import { evolveAppeal } from './evolve-appeals.js';
import { evolveCease } from './evolve-cease.js';
import { evolveConsultation } from './evolve-consultation.js';
import { evolveEarlyReview } from './evolve-early-review.js';
import { evolveIcb } from './evolve-icb.js';
import { evolveNotice } from './evolve-notice.js';
import { evolvePhaseTransfer } from './evolve-phase-transfer.js';
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
    case 'RightsExplained':
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
    case 'ReviewPointRecorded':
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
      return evolveEarlyReview(plan, event);
    case 'PhaseTransferDue':
    case 'PhaseTransferNamed':
      return evolvePhaseTransfer(plan, event);
    case 'CeaseProposed':
    case 'CeaseNotPursued':
    case 'CeaseDecided':
    case 'PlanCeased':
    case 'PlanContinuedPast25':
    case 'CourseEndRecorded':
      return evolveCease(plan, event);
    case 'SchoolConsulted':
    case 'SchoolReplied':
    case 'ConsultationWithdrawn':
      return evolveConsultation(plan, event);
    case 'IcbChangeKnown':
    case 'NewIcbNotified':
    case 'NewIcbJudgedProvision':
    case 'IcbRequestReceived':
    case 'IcbRequestMet':
      return evolveIcb(plan, event);
    case 'MediationRecorded':
    case 'MediationCertificateIssued':
    case 'AppealRegistered':
    case 'AppealDetermined':
    case 'AppealNoticeReceived':
    case 'TribunalDateFixed':
    case 'TribunalActDone':
    case 'AppealConceded':
    case 'RefusalNotified':
    case 'MediationAgreed':
    case 'OrderStepDone':
      return evolveAppeal(plan, event);
  }
}
