// Every form of a transition, by its name in the address, with the command behind it.
import type { Form } from '../../../../engine/web/forms/form.js';
import { agreeJointPlan } from '../../commands/agree-joint-plan.js';
import { changeLeadService } from '../../commands/change-lead-service.js';
import { chooseReceivingService } from '../../commands/choose-receiving-service.js';
import { closeCamhs } from '../../commands/close-camhs.js';
import { correctTransitionDate } from '../../commands/correct-transition-date.js';
import { discussAtInterface } from '../../commands/discuss-at-interface.js';
import { nameAdultWorker } from '../../commands/name-adult-worker.js';
import { recordPast18Reason } from '../../commands/record-past18-reason.js';
import { recordTransitionSteps } from '../../commands/record-transition-steps.js';
import { referOnward } from '../../commands/refer-onward.js';
import { withdrawTransitionFact } from '../../commands/withdraw-transition-fact.js';
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
  steps: { form: steps, needs: recordTransitionSteps.name },
  interface: { form: interfaceMeeting, needs: discussAtInterface.name },
  destination: { form: destination, needs: chooseReceivingService.name },
  referral: { form: referral, needs: referOnward.name },
  'adult-worker': { form: adultWorker, needs: nameAdultWorker.name },
  'joint-plan': { form: jointPlan, needs: agreeJointPlan.name },
  lead: { form: lead, needs: changeLeadService.name },
  'past-18': { form: past18, needs: recordPast18Reason.name },
  close: { form: close, needs: closeCamhs.name },
  correct: { form: correct, needs: correctTransitionDate.name },
  withdraw: { form: withdraw, needs: withdrawTransitionFact.name },
} as const satisfies Readonly<Record<string, TransitionForm>>;

export type TransitionFormName = keyof typeof transitionForms;

export const isTransitionForm = (name: string): name is TransitionFormName => Object.hasOwn(transitionForms, name);
