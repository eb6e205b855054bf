// Every form of a transition, by its name in the address, with the command behind it.
import type { Form } from '../../../../engine/web/forms/form.js';
import { AgreeJointPlan } from '../../commands/agree-joint-plan.js';
import { ChangeLeadService } from '../../commands/change-lead-service.js';
import { ChooseReceivingService } from '../../commands/choose-receiving-service.js';
import { CloseCamhs } from '../../commands/close-camhs.js';
import { CorrectTransitionDate } from '../../commands/correct-transition-date.js';
import { DiscussAtInterface } from '../../commands/discuss-at-interface.js';
import { NameAdultWorker } from '../../commands/name-adult-worker.js';
import { RecordPast18Reason } from '../../commands/record-past18-reason.js';
import { RecordTransitionSteps } from '../../commands/record-transition-steps.js';
import { ReferOnward } from '../../commands/refer-onward.js';
import { WithdrawTransitionFact } from '../../commands/withdraw-transition-fact.js';
import { jointPlan } from './joint-plan.js';
import { interfaceMeeting } from './meetings.js';
import { correct, withdraw } from './corrections.js';
import { adultWorker, close, destination, lead, referral } from './onward.js';
import { past18 } from './past-18.js';
import { steps } from './steps.js';
import type { TransitionSubject } from './subject.js';

interface TransitionForm {
  readonly form: Form<TransitionSubject>;
  /** The command's name: whoever may not send it is not offered the form. */
  readonly needs: string;
}

export const transitionForms = {
  steps: { form: steps, needs: RecordTransitionSteps.name },
  interface: { form: interfaceMeeting, needs: DiscussAtInterface.name },
  destination: { form: destination, needs: ChooseReceivingService.name },
  referral: { form: referral, needs: ReferOnward.name },
  'adult-worker': { form: adultWorker, needs: NameAdultWorker.name },
  'joint-plan': { form: jointPlan, needs: AgreeJointPlan.name },
  lead: { form: lead, needs: ChangeLeadService.name },
  'past-18': { form: past18, needs: RecordPast18Reason.name },
  close: { form: close, needs: CloseCamhs.name },
  correct: { form: correct, needs: CorrectTransitionDate.name },
  withdraw: { form: withdraw, needs: WithdrawTransitionFact.name },
} as const satisfies Readonly<Record<string, TransitionForm>>;

export type TransitionFormName = keyof typeof transitionForms;

export const isTransitionForm = (name: string): name is TransitionFormName => Object.hasOwn(transitionForms, name);
