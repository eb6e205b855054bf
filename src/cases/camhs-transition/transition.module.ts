// Nest wiring of transitions.
import { Module } from '@nestjs/common';
import { AcceptHandOverItemController, AcceptHandOverItemHandler } from './commands/accept-hand-over-item.js';
import { AcceptHandOverController, AcceptHandOverHandler } from './commands/accept-hand-over.js';
import { AcceptReferralController, AcceptReferralHandler } from './commands/accept-referral.js';
import { AgreeJointPlanController, AgreeJointPlanHandler } from './commands/agree-joint-plan.js';
import {
  AttendFirstAppointmentController,
  AttendFirstAppointmentHandler,
} from './commands/attend-first-appointment.js';
import { BookFirstAppointmentController, BookFirstAppointmentHandler } from './commands/book-first-appointment.js';
import { ChangeLeadServiceController, ChangeLeadServiceHandler } from './commands/change-lead-service.js';
import {
  ChooseReceivingServiceController,
  ChooseReceivingServiceHandler,
} from './commands/choose-receiving-service.js';
import { CloseCamhsController, CloseCamhsHandler } from './commands/close-camhs.js';
import {
  CompleteTransitionAuditController,
  CompleteTransitionAuditHandler,
} from './commands/complete-transition-audit.js';
import { ContactAfterMissController, ContactAfterMissHandler } from './commands/contact-after-miss.js';
import { CorrectTransitionDateController, CorrectTransitionDateHandler } from './commands/correct-transition-date.js';
import {
  DischargeFromAdultServiceController,
  DischargeFromAdultServiceHandler,
} from './commands/discharge-from-adult-service.js';
import { DiscussAtInterfaceController, DiscussAtInterfaceHandler } from './commands/discuss-at-interface.js';
import { GivePlanCopyController, GivePlanCopyHandler } from './commands/give-plan-copy.js';
import { MakePromisedContactController, MakePromisedContactHandler } from './commands/make-promised-contact.js';
import { MeetAdultWorkerController, MeetAdultWorkerHandler } from './commands/meet-adult-worker.js';
import { MissFirstAppointmentController, MissFirstAppointmentHandler } from './commands/miss-first-appointment.js';
import { MissPromisedContactController, MissPromisedContactHandler } from './commands/miss-promised-contact.js';
import { NameAdultWorkerController, NameAdultWorkerHandler } from './commands/name-adult-worker.js';
import { OfferHandOverItemsController, OfferHandOverItemsHandler } from './commands/offer-hand-over-items.js';
import { OpenReceivingServiceController, OpenReceivingServiceHandler } from './commands/open-receiving-service.js';
import { OpenTransitionController, OpenTransitionHandler } from './commands/open-transition.js';
import { RecordPast18ReasonController, RecordPast18ReasonHandler } from './commands/record-past18-reason.js';
import { RecordTransitionMarkController, RecordTransitionMarkHandler } from './commands/record-transition-mark.js';
import { RecordTransitionStepsController, RecordTransitionStepsHandler } from './commands/record-transition-steps.js';
import {
  RecordTransitionSurveyController,
  RecordTransitionSurveyHandler,
} from './commands/record-transition-survey.js';
import {
  ReferBackToNamedWorkerController,
  ReferBackToNamedWorkerHandler,
} from './commands/refer-back-to-named-worker.js';
import { ReferOnwardController, ReferOnwardHandler } from './commands/refer-onward.js';
import { RefuseReferralController, RefuseReferralHandler } from './commands/refuse-referral.js';
import { ReturnHandOverItemController, ReturnHandOverItemHandler } from './commands/return-hand-over-item.js';
import {
  WithdrawTransitionFactController,
  WithdrawTransitionFactHandler,
} from './commands/withdraw-transition-fact.js';
import { RecogniseCareNeedController, RecogniseCareNeedHandler } from './commands/recognise-care-need.js';
import { AnswerCareConsentController, AnswerCareConsentHandler } from './commands/answer-care-consent.js';
import {
  ConcludeCareAssessmentController,
  ConcludeCareAssessmentHandler,
} from './commands/conclude-care-assessment.js';
import { EndChildrensSupportController, EndChildrensSupportHandler } from './commands/end-childrens-support.js';
import { InterfaceMinutes } from './queries/interface-minutes.js';
import { ListDischargesController, ListDischargesHandler } from './queries/list-discharges.js';
import {
  GetDischargeDestinationsController,
  GetDischargeDestinationsHandler,
} from './queries/discharge-destinations.js';
import { GetQualityMeasuresController, GetQualityMeasuresHandler } from './queries/quality-measures.js';
import { GetTransitionCountsController, GetTransitionCountsHandler } from './queries/transition-counts.js';
import { GetTransitionWorkController, GetTransitionWorkHandler } from './queries/transition-work.js';
import { GetHandOverController, GetHandOverHandler } from './queries/get-hand-over.js';
import { GetTransitionController, GetTransitionHandler } from './queries/get-transition.js';
import { GetInterfaceAgendaController, GetInterfaceAgendaHandler } from './queries/interface-agenda.js';
import { ListFirstMonthsController, ListFirstMonthsHandler } from './queries/list-first-months.js';
import { ListHandOversController, ListHandOversHandler } from './queries/list-hand-overs.js';
import { ListPast18Controller, ListPast18Handler } from './queries/list-past-18.js';
import { ListTransitionsController, ListTransitionsHandler } from './queries/list-transitions.js';
import { GetWhoLeadsController, GetWhoLeadsHandler } from './queries/who-leads.js';
import { PersonOnRecord } from './commands/person-on-record.js';
import { ReceivingSide } from './commands/receiving-side.js';
import { TransitionCases } from './commands/transition-cases.js';

export const transitionHandlers = [
  AcceptHandOverItemHandler,
  AcceptHandOverHandler,
  AcceptReferralHandler,
  AgreeJointPlanHandler,
  AttendFirstAppointmentHandler,
  BookFirstAppointmentHandler,
  ChangeLeadServiceHandler,
  ChooseReceivingServiceHandler,
  CloseCamhsHandler,
  CompleteTransitionAuditHandler,
  ContactAfterMissHandler,
  CorrectTransitionDateHandler,
  DischargeFromAdultServiceHandler,
  DiscussAtInterfaceHandler,
  GivePlanCopyHandler,
  MakePromisedContactHandler,
  MeetAdultWorkerHandler,
  MissFirstAppointmentHandler,
  MissPromisedContactHandler,
  NameAdultWorkerHandler,
  OfferHandOverItemsHandler,
  OpenReceivingServiceHandler,
  OpenTransitionHandler,
  RecordPast18ReasonHandler,
  RecordTransitionMarkHandler,
  RecordTransitionStepsHandler,
  RecordTransitionSurveyHandler,
  ReferBackToNamedWorkerHandler,
  ReferOnwardHandler,
  RefuseReferralHandler,
  ReturnHandOverItemHandler,
  WithdrawTransitionFactHandler,
  AnswerCareConsentHandler,
  ConcludeCareAssessmentHandler,
  EndChildrensSupportHandler,
  RecogniseCareNeedHandler,
  ListDischargesHandler,
  GetDischargeDestinationsHandler,
  GetQualityMeasuresHandler,
  GetTransitionCountsHandler,
  GetTransitionWorkHandler,
  GetHandOverHandler,
  GetTransitionHandler,
  GetInterfaceAgendaHandler,
  ListFirstMonthsHandler,
  ListHandOversHandler,
  ListPast18Handler,
  ListTransitionsHandler,
  GetWhoLeadsHandler,
];

export const transitionControllers = [
  AcceptHandOverItemController,
  AcceptHandOverController,
  AcceptReferralController,
  AgreeJointPlanController,
  AttendFirstAppointmentController,
  BookFirstAppointmentController,
  ChangeLeadServiceController,
  ChooseReceivingServiceController,
  CloseCamhsController,
  CompleteTransitionAuditController,
  ContactAfterMissController,
  CorrectTransitionDateController,
  DischargeFromAdultServiceController,
  DiscussAtInterfaceController,
  GivePlanCopyController,
  MakePromisedContactController,
  MeetAdultWorkerController,
  MissFirstAppointmentController,
  MissPromisedContactController,
  NameAdultWorkerController,
  OfferHandOverItemsController,
  OpenReceivingServiceController,
  OpenTransitionController,
  RecordPast18ReasonController,
  RecordTransitionMarkController,
  RecordTransitionStepsController,
  RecordTransitionSurveyController,
  ReferBackToNamedWorkerController,
  ReferOnwardController,
  RefuseReferralController,
  ReturnHandOverItemController,
  WithdrawTransitionFactController,
  AnswerCareConsentController,
  ConcludeCareAssessmentController,
  EndChildrensSupportController,
  RecogniseCareNeedController,
  ListDischargesController,
  GetDischargeDestinationsController,
  GetQualityMeasuresController,
  GetTransitionCountsController,
  GetTransitionWorkController,
  GetHandOverController,
  ListFirstMonthsController,
  GetTransitionController,
  GetInterfaceAgendaController,
  ListHandOversController,
  ListPast18Controller,
  ListTransitionsController,
  GetWhoLeadsController,
];

@Module({
  controllers: transitionControllers,
  providers: [InterfaceMinutes, ...transitionHandlers, PersonOnRecord, TransitionCases, ReceivingSide],
  exports: [ReceivingSide],
})
export class TransitionModule {}
