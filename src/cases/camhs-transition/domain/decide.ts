// What may be said of a move from CAMHS to adult life: each command and the function that decides it.
import type { CaseType } from '../../../kernel/decider.js';
import * as after from './decide-after.js';
import * as care from './decide-care.js';
import * as closing from './decide-closing.js';
import * as corrections from './decide-corrections.js';
import * as handOver from './decide-hand-over.js';
import { discussAtInterface, type DiscussAtInterface } from './decide-interface.js';
import * as opening from './decide-opening.js';
import * as plan from './decide-plan.js';
import * as receiver from './decide-receiver.js';
import { recordSteps, type RecordSteps } from './decide-steps.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { evolve } from './evolve.js';
import { initial, type Transition } from './state.js';

export type TransitionCommand =
  | opening.OpeningCommand
  | RecordSteps
  | DiscussAtInterface
  | plan.PlanCommand
  | receiver.ReceiverCommand
  | handOver.HandOverCommand
  | closing.ClosingCommand
  | after.AfterCommand
  | care.CareCommand
  | corrections.CorrectionCommand;

function decide(command: TransitionCommand, state: Transition): readonly TransitionFact[] {
  switch (command.type) {
    case 'Open':
      return opening.open(command, state);
    case 'RecordMark':
      return opening.recordMark(command, state);
    case 'RecordSteps':
      return recordSteps(command, state);
    case 'DiscussAtInterface':
      return discussAtInterface(command, state);
    case 'AgreeJointPlan':
      return plan.agreeJointPlan(command, state);
    case 'GivePlanCopy':
      return plan.givePlanCopy(command, state);
    case 'MakePromisedContact':
      return plan.makePromisedContact(command, state);
    case 'MissPromisedContact':
      return plan.missPromisedContact(command, state);
    case 'ChooseReceivingService':
      return receiver.chooseReceivingService(command, state);
    case 'ReferOnward':
      return receiver.referOnward(command, state);
    case 'AcceptReferral':
      return receiver.acceptReferral(command, state);
    case 'RefuseReferral':
      return receiver.refuseReferral(command, state);
    case 'NameAdultWorker':
      return receiver.nameAdultWorker(command, state);
    case 'MeetAdultWorker':
      return receiver.meetAdultWorker(command, state);
    case 'OpenReceivingService':
      return receiver.openReceivingService(command, state);
    case 'OfferItems':
      return handOver.offerItems(command, state);
    case 'AcceptItem':
      return handOver.acceptItem(command, state);
    case 'ReturnItem':
      return handOver.returnItem(command, state);
    case 'AcceptHandOver':
      return handOver.acceptHandOver(command, state);
    case 'ChangeLeadService':
      return handOver.changeLeadService(command, state);
    case 'RecordPast18Reason':
      return closing.recordPast18Reason(command, state);
    case 'CloseCamhs':
      return closing.closeCamhs(command, state);
    case 'BookFirstAppointment':
      return after.bookFirstAppointment(command, state);
    case 'AttendFirstAppointment':
      return after.attendFirstAppointment(command, state);
    case 'MissFirstAppointment':
      return after.missFirstAppointment(command, state);
    case 'ContactAfterMiss':
      return after.contactAfterMiss(command, state);
    case 'ReferBack':
      return after.referBack(command, state);
    case 'DischargeFromAdultService':
      return after.dischargeFromAdultService(command, state);
    case 'CompleteAudit':
      return after.completeAudit(command, state);
    case 'RecordSurvey':
      return after.recordSurvey(command, state);
    case 'RecogniseCareNeed':
      return care.recogniseCareNeed(command, state);
    case 'AnswerCareConsent':
      return care.answerCareConsent(command, state);
    case 'ConcludeCareAssessment':
      return care.concludeCareAssessment(command, state);
    case 'EndChildrensSupport':
      return care.endChildrensSupport(command, state);
    case 'WithdrawFact':
      return corrections.withdrawFact(command, state);
    case 'CorrectDate':
      return corrections.correctDate(command, state);
  }
}

export const transitionFolding = { category: 'transition', initial, evolve };

export const transition: CaseType<TransitionCommand, Transition, TransitionFact> = {
  ...transitionFolding,
  noun: 'transition',
  events,
  decide,
  subjectOf: ({ opened }) => opened?.personId,
};
