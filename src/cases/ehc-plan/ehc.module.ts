// Nest wiring of EHC plans: which routes and handlers there are.
import { Module } from '@nestjs/common';
import { AnswerEarlyReviewController, AnswerEarlyReviewHandler } from './commands/answer-early-review.js';
import { CeasePlanController, CeasePlanHandler } from './commands/cease-plan.js';
import { ConsiderInterimReviewController, ConsiderInterimReviewHandler } from './commands/consider-interim-review.js';
import { ExplainRightsController, ExplainRightsHandler } from './commands/explain-rights.js';
import { ContinuePast25Controller, ContinuePast25Handler } from './commands/continue-past-25.js';
import { CorrectEhcDateController, CorrectEhcDateHandler } from './commands/correct-ehc-date.js';
import { DecideCeaseController, DecideCeaseHandler } from './commands/decide-cease.js';
import { DetermineAppealController, DetermineAppealHandler } from './commands/determine-appeal.js';
import { DropAmendmentsController, DropAmendmentsHandler } from './commands/drop-amendments.js';
import { DropCeaseController, DropCeaseHandler } from './commands/drop-cease.js';
import { EndPlacementController, EndPlacementHandler } from './commands/end-placement.js';
import { ExpectPhaseTransferController, ExpectPhaseTransferHandler } from './commands/expect-phase-transfer.js';
import { HoldReviewMeetingController, HoldReviewMeetingHandler } from './commands/hold-meeting.js';
import { IssueEhcPlanController, IssueEhcPlanHandler } from './commands/issue-ehc-plan.js';
import { IssueFinalPlanController, IssueFinalPlanHandler } from './commands/issue-final-plan.js';
import { LearnOfMoveController, LearnOfMoveHandler } from './commands/learn-of-move.js';
import { MovePlanOutController, MovePlanOutHandler } from './commands/move-plan-out.js';
import { NamePhaseSettingController, NamePhaseSettingHandler } from './commands/name-phase-setting.js';
import { OpenReviewController, OpenReviewHandler } from './commands/open-review.js';
import { PlanReviewMeetingController, PlanReviewMeetingHandler } from './commands/plan-meeting.js';
import { ProposeCeaseController, ProposeCeaseHandler } from './commands/propose-cease.js';
import { ReceiveRepresentationsController, ReceiveRepresentationsHandler } from './commands/receive-representations.js';
import { RecordAdviceController, RecordAdviceHandler } from './commands/record-advice.js';
import { RecordNoticeBounceController, RecordNoticeBounceHandler } from './commands/record-bounce.js';
import { RecordMediationController, RecordMediationHandler } from './commands/record-mediation.js';
import { RecordNeedsController, RecordNeedsHandler } from './commands/record-needs.js';
import { RecordPlacementController, RecordPlacementHandler } from './commands/record-placement.js';
import { RecordYearGroupController, RecordYearGroupHandler } from './commands/record-year-group.js';
import { RegisterAppealController, RegisterAppealHandler } from './commands/register-appeal.js';
import { RequestEarlyReviewController, RequestEarlyReviewHandler } from './commands/request-early-review.js';
import { SendAmendmentNoticeController, SendAmendmentNoticeHandler } from './commands/send-amendment-notice.js';
import { SendDecisionNoticeController, SendDecisionNoticeHandler } from './commands/send-decision.js';
import { SendInvitationsController, SendInvitationsHandler } from './commands/send-invitations.js';
import { SendMoveInLetterController, SendMoveInLetterHandler } from './commands/send-move-in-letter.js';
import { SendReviewReportController, SendReviewReportHandler } from './commands/send-report.js';
import { ServeNoticeController, ServeNoticeHandler } from './commands/serve-notice.js';
import { TakeOverEhcPlanController, TakeOverEhcPlanHandler } from './commands/take-over-ehc-plan.js';
import { WaiveRepresentationsController, WaiveRepresentationsHandler } from './commands/waive-representations.js';
import { WithdrawEarlyRequestController, WithdrawEarlyRequestHandler } from './commands/withdraw-early-request.js';
import { WithdrawEhcFactController, WithdrawEhcFactHandler } from './commands/withdraw-ehc-fact.js';
import { ConsultSchoolController, ConsultSchoolHandler } from './commands/consult-school.js';
import { RecordSchoolReplyController, RecordSchoolReplyHandler } from './commands/record-school-reply.js';
import { WithdrawConsultationController, WithdrawConsultationHandler } from './commands/withdraw-consultation.js';
import { LearnOfIcbChangeController, LearnOfIcbChangeHandler } from './commands/learn-of-icb-change.js';
import { NotifyNewIcbController, NotifyNewIcbHandler } from './commands/notify-new-icb.js';
import { JudgeIcbProvisionController, JudgeIcbProvisionHandler } from './commands/judge-icb-provision.js';
import { ReceiveIcbRequestController, ReceiveIcbRequestHandler } from './commands/receive-icb-request.js';
import { MeetIcbRequestController, MeetIcbRequestHandler } from './commands/meet-icb-request.js';
import { ReceiveAppealNoticeController, ReceiveAppealNoticeHandler } from './commands/receive-appeal-notice.js';
import { FixTribunalDateController, FixTribunalDateHandler } from './commands/fix-tribunal-date.js';
import { DoTribunalActController, DoTribunalActHandler } from './commands/do-tribunal-act.js';
import { RecordCourseEndController, RecordCourseEndHandler } from './commands/record-course-end.js';
import { NotifyRefusalController, NotifyRefusalHandler } from './commands/notify-refusal.js';
import { AgreeInMediationController, AgreeInMediationHandler } from './commands/agree-in-mediation.js';
import { DoOrderStepController, DoOrderStepHandler } from './commands/do-order-step.js';
import { ConcedeAppealController, ConcedeAppealHandler } from './commands/concede-appeal.js';
import { CopyFinalPlanController, CopyFinalPlanHandler } from './commands/copy-final-plan.js';
import { RecordReviewPointController, RecordReviewPointHandler } from './commands/record-review-point.js';
import { ExpectTermListsController, ExpectTermListsHandler } from './commands/expect-term-lists.js';
import { SendTermListController, SendTermListHandler } from './commands/send-term-list.js';
import { WithdrawTermListController, WithdrawTermListHandler } from './commands/withdraw-term-list.js';
import { GetTermListController, GetTermListHandler } from './queries/term-list.js';
import { AskTermListsController, AskTermListsHandler } from './queries/term-lists.js';
import { AskOverdueReviewsController, AskOverdueReviewsHandler } from './queries/overdue-reviews.js';
import { GetEhcPlanController, GetEhcPlanHandler } from './queries/get-ehc-plan.js';
import { ListEhcPlansController, ListEhcPlansHandler } from './queries/list-ehc-plans.js';
import { ListSendOfficersController, ListSendOfficersHandler } from './queries/list-officers.js';
import { ListPlanFactsController, ListPlanFactsHandler } from './queries/list-plan-facts.js';
import { GetEhcPlanRevisionController, GetEhcPlanRevisionHandler } from './queries/plan-revision.js';
import { CountLateReviewsController, CountLateReviewsHandler } from './queries/late-reviews.js';
import { CountReviewLacksController, CountReviewLacksHandler } from './queries/count-review-lacks.js';
import { ListReviewLacksController, ListReviewLacksHandler } from './queries/list-review-lacks.js';
import { CountReviewAbsencesController, CountReviewAbsencesHandler } from './queries/review-absences.js';
import { GetReviewClockController, GetReviewClockHandler } from './queries/review-clock.js';
import { GetReviewWorklistController, GetReviewWorklistHandler } from './queries/review-worklist.js';
import { ListPhaseTransfersController, ListPhaseTransfersHandler } from './queries/phase-transfers.js';
import { CountLandingByOfficerController, CountLandingByOfficerHandler } from './queries/landing-by-officer.js';
import { CountReviewsLandingController, CountReviewsLandingHandler } from './queries/reviews-landing.js';

@Module({
  controllers: [
    // Before the route of one plan, whose id could otherwise be `overdue-reviews`.
    AskOverdueReviewsController,
    CountReviewLacksController,
    ListReviewLacksController,
    GetEhcPlanController,
    ListEhcPlansController,
    AnswerEarlyReviewController,
    CeasePlanController,
    ConsiderInterimReviewController,
    ContinuePast25Controller,
    ExplainRightsController,
    RecordCourseEndController,
    CorrectEhcDateController,
    DecideCeaseController,
    DetermineAppealController,
    DropAmendmentsController,
    DropCeaseController,
    EndPlacementController,
    ExpectPhaseTransferController,
    HoldReviewMeetingController,
    IssueEhcPlanController,
    IssueFinalPlanController,
    LearnOfMoveController,
    MovePlanOutController,
    NamePhaseSettingController,
    OpenReviewController,
    PlanReviewMeetingController,
    ProposeCeaseController,
    ReceiveRepresentationsController,
    RecordAdviceController,
    RecordNoticeBounceController,
    RecordMediationController,
    RecordNeedsController,
    RecordPlacementController,
    RecordYearGroupController,
    RegisterAppealController,
    RequestEarlyReviewController,
    SendAmendmentNoticeController,
    SendDecisionNoticeController,
    SendInvitationsController,
    SendMoveInLetterController,
    SendReviewReportController,
    ServeNoticeController,
    TakeOverEhcPlanController,
    WaiveRepresentationsController,
    WithdrawEarlyRequestController,
    WithdrawEhcFactController,
    ExpectTermListsController,
    SendTermListController,
    WithdrawTermListController,
    GetTermListController,
    AskTermListsController,
    ConsultSchoolController,
    RecordSchoolReplyController,
    WithdrawConsultationController,
    LearnOfIcbChangeController,
    NotifyNewIcbController,
    JudgeIcbProvisionController,
    ReceiveIcbRequestController,
    MeetIcbRequestController,
    ReceiveAppealNoticeController,
    FixTribunalDateController,
    DoTribunalActController,
    ConcedeAppealController,
    DoOrderStepController,
    AgreeInMediationController,
    NotifyRefusalController,
    RecordReviewPointController,
    CopyFinalPlanController,
    ListSendOfficersController,
    ListPlanFactsController,
    GetEhcPlanRevisionController,
    CountLateReviewsController,
    CountReviewAbsencesController,
    GetReviewClockController,
    GetReviewWorklistController,
    ListPhaseTransfersController,
    CountLandingByOfficerController,
    CountReviewsLandingController,
  ],
  providers: [
    AnswerEarlyReviewHandler,
    CeasePlanHandler,
    ConsiderInterimReviewHandler,
    ContinuePast25Handler,
    ExplainRightsHandler,
    RecordCourseEndHandler,
    CorrectEhcDateHandler,
    DecideCeaseHandler,
    DetermineAppealHandler,
    DropAmendmentsHandler,
    DropCeaseHandler,
    EndPlacementHandler,
    ExpectPhaseTransferHandler,
    HoldReviewMeetingHandler,
    IssueEhcPlanHandler,
    IssueFinalPlanHandler,
    LearnOfMoveHandler,
    MovePlanOutHandler,
    NamePhaseSettingHandler,
    OpenReviewHandler,
    PlanReviewMeetingHandler,
    ProposeCeaseHandler,
    ReceiveRepresentationsHandler,
    RecordAdviceHandler,
    RecordNoticeBounceHandler,
    RecordMediationHandler,
    RecordNeedsHandler,
    RecordPlacementHandler,
    RecordYearGroupHandler,
    RegisterAppealHandler,
    RequestEarlyReviewHandler,
    SendAmendmentNoticeHandler,
    SendDecisionNoticeHandler,
    SendInvitationsHandler,
    SendMoveInLetterHandler,
    SendReviewReportHandler,
    ServeNoticeHandler,
    TakeOverEhcPlanHandler,
    WaiveRepresentationsHandler,
    WithdrawEarlyRequestHandler,
    WithdrawEhcFactHandler,
    ExpectTermListsHandler,
    SendTermListHandler,
    WithdrawTermListHandler,
    GetTermListHandler,
    AskTermListsHandler,
    ConsultSchoolHandler,
    RecordSchoolReplyHandler,
    WithdrawConsultationHandler,
    LearnOfIcbChangeHandler,
    NotifyNewIcbHandler,
    JudgeIcbProvisionHandler,
    ReceiveIcbRequestHandler,
    MeetIcbRequestHandler,
    ReceiveAppealNoticeHandler,
    FixTribunalDateHandler,
    DoTribunalActHandler,
    ConcedeAppealHandler,
    DoOrderStepHandler,
    AgreeInMediationHandler,
    NotifyRefusalHandler,
    RecordReviewPointHandler,
    CopyFinalPlanHandler,
    AskOverdueReviewsHandler,
    GetEhcPlanHandler,
    ListEhcPlansHandler,
    ListSendOfficersHandler,
    ListPlanFactsHandler,
    GetEhcPlanRevisionHandler,
    CountLateReviewsHandler,
    CountReviewAbsencesHandler,
    CountReviewLacksHandler,
    ListReviewLacksHandler,
    GetReviewClockHandler,
    GetReviewWorklistHandler,
    CountReviewsLandingHandler,
    CountLandingByOfficerHandler,
    ListPhaseTransfersHandler,
  ],
})
export class EhcModule {}
