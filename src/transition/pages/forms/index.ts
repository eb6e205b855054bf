// Every form of a transition, by its name in the address, with the command behind it.
import type { Form } from '../../../web/forms/form.js';
import { AgreeJointPlan } from '../../commands/agree-joint-plan.js';
import { ChangeLeadService } from '../../commands/change-lead-service.js';
import { ChooseReceivingService } from '../../commands/choose-receiving-service.js';
import { CloseCamhs } from '../../commands/close-camhs.js';
import { DiscussAtInterface } from '../../commands/discuss-at-interface.js';
import { NameAdultWorker } from '../../commands/name-adult-worker.js';
import { RecordTransitionSteps } from '../../commands/record-transition-steps.js';
import { jointPlan } from './joint-plan.js';
import { interfaceMeeting } from './meetings.js';
import { adultWorker, close, destination, lead } from './onward.js';
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
  'adult-worker': { form: adultWorker, needs: NameAdultWorker.name },
  'joint-plan': { form: jointPlan, needs: AgreeJointPlan.name },
  lead: { form: lead, needs: ChangeLeadService.name },
  close: { form: close, needs: CloseCamhs.name },
} as const satisfies Readonly<Record<string, TransitionForm>>;

export type TransitionFormName = keyof typeof transitionForms;

export const isTransitionForm = (name: string): name is TransitionFormName => Object.hasOwn(transitionForms, name);
