// What can be done and asked here, one value each.
import type { Offers } from '../../engine/use-cases/build.js';
import { acceptHandOverItem } from './commands/accept-hand-over-item.js';
import { acceptHandOver } from './commands/accept-hand-over.js';
import { acceptReferral } from './commands/accept-referral.js';
import { agreeJointPlan } from './commands/agree-joint-plan.js';
import { answerCareConsent } from './commands/answer-care-consent.js';
import { attendFirstAppointment } from './commands/attend-first-appointment.js';
import { bookFirstAppointment } from './commands/book-first-appointment.js';
import { changeLeadService } from './commands/change-lead-service.js';
import { chooseReceivingService } from './commands/choose-receiving-service.js';
import { closeCamhs } from './commands/close-camhs.js';
import { completeTransitionAudit } from './commands/complete-transition-audit.js';
import { concludeCareAssessment } from './commands/conclude-care-assessment.js';
import { contactAfterMiss } from './commands/contact-after-miss.js';
import { correctTransitionDate } from './commands/correct-transition-date.js';
import { dischargeFromAdultService } from './commands/discharge-from-adult-service.js';
import { discussAtInterface } from './commands/discuss-at-interface.js';
import { endChildrensSupport } from './commands/end-childrens-support.js';
import { givePlanCopy } from './commands/give-plan-copy.js';
import { makePromisedContact } from './commands/make-promised-contact.js';
import { meetAdultWorker } from './commands/meet-adult-worker.js';
import { missFirstAppointment } from './commands/miss-first-appointment.js';
import { missPromisedContact } from './commands/miss-promised-contact.js';
import { nameAdultWorker } from './commands/name-adult-worker.js';
import { offerHandOverItems } from './commands/offer-hand-over-items.js';
import { openReceivingService } from './commands/open-receiving-service.js';
import { openTransition } from './commands/open-transition.js';
import { recogniseCareNeed } from './commands/recognise-care-need.js';
import { recordPast18Reason } from './commands/record-past18-reason.js';
import { recordTransitionMark } from './commands/record-transition-mark.js';
import { recordTransitionSteps } from './commands/record-transition-steps.js';
import { recordTransitionSurvey } from './commands/record-transition-survey.js';
import { referBackToNamedWorker } from './commands/refer-back-to-named-worker.js';
import { referOnward } from './commands/refer-onward.js';
import { refuseReferral } from './commands/refuse-referral.js';
import { returnHandOverItem } from './commands/return-hand-over-item.js';
import { withdrawTransitionFact } from './commands/withdraw-transition-fact.js';
import { getDischargeDestinations } from './queries/discharge-destinations.js';
import { getHandOver } from './queries/get-hand-over.js';
import { getTransition } from './queries/get-transition.js';
import { getInterfaceAgenda } from './queries/interface-agenda.js';
import { listDischarges } from './queries/list-discharges.js';
import { listFirstMonths } from './queries/list-first-months.js';
import { listHandOvers } from './queries/list-hand-overs.js';
import { listPast18 } from './queries/list-past-18.js';
import { listTransitions } from './queries/list-transitions.js';
import { getQualityMeasures } from './queries/quality-measures.js';
import { getTransitionCounts } from './queries/transition-counts.js';
import { getTransitionWork } from './queries/transition-work.js';
import { getWhoLeads } from './queries/who-leads.js';

export const transitionUseCases: Offers = {
  useCases: [
    acceptHandOver,
    acceptHandOverItem,
    acceptReferral,
    agreeJointPlan,
    answerCareConsent,
    attendFirstAppointment,
    bookFirstAppointment,
    changeLeadService,
    chooseReceivingService,
    closeCamhs,
    completeTransitionAudit,
    concludeCareAssessment,
    contactAfterMiss,
    correctTransitionDate,
    dischargeFromAdultService,
    discussAtInterface,
    endChildrensSupport,
    givePlanCopy,
    makePromisedContact,
    meetAdultWorker,
    missFirstAppointment,
    missPromisedContact,
    nameAdultWorker,
    offerHandOverItems,
    openReceivingService,
    openTransition,
    recogniseCareNeed,
    recordPast18Reason,
    recordTransitionMark,
    recordTransitionSteps,
    recordTransitionSurvey,
    referBackToNamedWorker,
    referOnward,
    refuseReferral,
    returnHandOverItem,
    withdrawTransitionFact,
  ],
  questions: [
    getDischargeDestinations,
    getHandOver,
    getInterfaceAgenda,
    getQualityMeasures,
    getTransition,
    getTransitionCounts,
    getTransitionWork,
    getWhoLeads,
    listDischarges,
    listFirstMonths,
    listHandOvers,
    listPast18,
    listTransitions,
  ],
};
