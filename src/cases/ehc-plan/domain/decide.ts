// What may be said of an EHC plan, and what follows from it: one function for each rule, then the check that the dates are possible.
import type { CaseType } from '../../../kernel/decider.js';
import { fold } from '../../../kernel/decider.js';
import { invalid } from '../../../kernel/errors.js';
import type { EhcCommand } from './commands.js';
import { determineAppeal, recordMediation, registerAppeal } from './decide-appeal.js';
import { ceasePlan, decideToCease, dropCease, proposeCease } from './decide-cease.js';
import { correctDate, withdrawFact } from './decide-corrections.js';
import { answerEarly, requestEarly, withdrawEarly } from './decide-more.js';
import { decideConsultation } from './decide-consultation.js';
import { decideIcb } from './decide-icb.js';
import { decideNotice } from './decide-notice.js';
import { continuePast25, recordCourseEnd } from './decide-past-25.js';
import { explainRights } from './rights.js';
import { decideOrder } from './decide-orders.js';
import { decidePlan } from './decide-plan.js';
import { decideReview } from './decide-review.js';
import { decideTribunal } from './decide-tribunal.js';
import { recordReturnedCease, recordReturnedReview, recordReturnedTransfer } from './decide-returned.js';
import { evolve } from './evolve.js';
import { ehcEvents, type EhcFact } from './events.js';
import { expectTransfer, namePhaseSetting } from './phase-transfer.js';
import { newProblems } from './possible.js';
import { initial, type Plan } from './state.js';

function decide(command: EhcCommand, plan: Plan): readonly EhcFact[] {
  const facts = factsOf(command, plan);
  const after = fold(
    evolve,
    plan,
    facts.map((fact, index) => ({ ...fact, id: `new-${index}`, recordedAt: '' })),
  );
  const [first] = newProblems(plan, after);
  if (first) throw invalid(fieldFor(command, first.fact), first.problem, first.rule);
  return facts;
}

const returnedFields: Readonly<Record<string, string>> = {
  meeting: 'meetingOn',
  decision: 'decisionSentOn',
  notice: 'draftSentOn',
};

/** By which name the sender of the command knows the date. */
function fieldFor({ type }: EhcCommand, fact: string): string {
  if (type === 'CorrectDate') return 'to';
  if (type === 'RecordReturnedReview') return returnedFields[fact] ?? 'meetingOn';
  return fact === 'to' ? 'to' : 'on';
}

function factsOf(command: EhcCommand, plan: Plan): readonly EhcFact[] {
  switch (command.type) {
    case 'IssuePlan':
    case 'TakeOverPlan':
    case 'SendMoveInLetter':
    case 'LearnOfMove':
    case 'MoveOut':
    case 'RecordPlacement':
    case 'EndPlacement':
    case 'RecordNeeds':
    case 'RecordYearGroup':
      return decidePlan(command, plan);
    case 'OpenReview':
    case 'SendInvitations':
    case 'RecordAdvice':
    case 'ConsiderInterimReview':
    case 'PlanMeeting':
    case 'HoldMeeting':
    case 'RecordReviewPoint':
    case 'SendReport':
      return decideReview(command, plan);
    case 'SendDecision':
    case 'SendAmendmentNotice':
    case 'ServeNotice':
    case 'RecordBounce':
    case 'ReceiveRepresentations':
    case 'WaiveRepresentations':
    case 'DropAmendments':
    case 'IssueFinalPlan':
    case 'CopyFinalPlan':
      return decideNotice(command, plan);
    case 'ConsultSchool':
    case 'RecordSchoolReply':
    case 'WithdrawConsultation':
      return decideConsultation(command, plan);
    case 'LearnOfIcbChange':
    case 'NotifyNewIcb':
    case 'JudgeIcbProvision':
    case 'ReceiveIcbRequest':
    case 'MeetIcbRequest':
      return decideIcb(command, plan);
    case 'ReceiveAppealNotice':
    case 'FixTribunalDate':
    case 'DoTribunalAct':
    case 'ConcedeAppeal':
      return decideTribunal(command, plan);
    case 'NotifyRefusal':
    case 'AgreeInMediation':
    case 'DoOrderStep':
      return decideOrder(command, plan);
    case 'RequestEarlyReview':
      return requestEarly(command, plan);
    case 'AnswerEarlyReview':
      return answerEarly(command, plan);
    case 'WithdrawEarlyRequest':
      return withdrawEarly(command, plan);
    case 'ExpectPhaseTransfer':
      return expectTransfer(command, plan);
    case 'NamePhaseSetting':
      return namePhaseSetting(command, plan);
    case 'ProposeCease':
      return proposeCease(command, plan);
    case 'DropCease':
      return dropCease(command, plan);
    case 'DecideCease':
      return decideToCease(command, plan);
    case 'CeasePlan':
      return ceasePlan(command, plan);
    case 'ContinuePast25':
      return continuePast25(command, plan);
    case 'ExplainRights':
      return explainRights(command, plan);
    case 'RecordCourseEnd':
      return recordCourseEnd(command, plan);
    case 'RecordMediation':
      return recordMediation(command, plan);
    case 'RegisterAppeal':
      return registerAppeal(command, plan);
    case 'DetermineAppeal':
      return determineAppeal(command, plan);
    case 'CorrectDate':
      return correctDate(command, plan);
    case 'WithdrawFact':
      return withdrawFact(command, plan);
    case 'RecordReturnedReview':
      return recordReturnedReview(command, plan);
    case 'RecordReturnedPhaseTransfer':
      return recordReturnedTransfer(command, plan);
    case 'RecordReturnedCease':
      return recordReturnedCease(command, plan);
  }
}

export const ehcPlan: CaseType<EhcCommand, Plan, EhcFact> = {
  category: 'ehcPlan',
  noun: 'EHC plan',
  events: ehcEvents,
  initial,
  decide,
  evolve,
  subjectOf: ({ personId }) => personId,
};
