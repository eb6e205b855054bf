// The forms of an amendment without a review: its notice, and what follows it as after a review (EHC-05, EHC-25, EHC-26, EHC-28, EHC-29).
import { formatDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import type { Form } from '../../../../engine/web/forms/form.js';
import { date } from '../../../../engine/web/forms/questions.js';
import { copyFinalPlan } from '../../commands/copy-final-plan.js';
import { dropAmendments } from '../../commands/drop-amendments.js';
import { issueFinalPlan } from '../../commands/issue-final-plan.js';
import { receiveRepresentations } from '../../commands/receive-representations.js';
import { recordNoticeBounce } from '../../commands/record-bounce.js';
import { sendAmendmentNotice } from '../../commands/send-amendment-notice.js';
import { serveNotice } from '../../commands/serve-notice.js';
import { waiveRepresentations } from '../../commands/waive-representations.js';
import type { AmendmentView } from '../../queries/plan-view.js';
import { bounced, finalPlan, finalPlanCopies, representations, served, waiver } from '../forms/after-notice.js';
import { notToAmend } from '../forms/notices.js';
import { ended, inForce, type PlanForm, type PlanSubject } from './plan-form.js';

const amendment: PlanForm = {
  group: 'amendment',
  needs: sendAmendmentNotice.name,
  offers: inForce('Record the notice of an amendment without a review'),
  form: form({
    title: 'Record the notice of an amendment without a review',
    lead: 'The plan with the notice of the proposed amendments was sent to the family, and no review led to it. It does not restart the twelve months of the review (EHC-05).',
    button: 'Record the amendment notice',
    checkFirst:
      'The final plan is due eight weeks after this day (EHC-26). Record it only if the plan and the notice have been sent, and only if they follow no review: those stand with the review.',
    recorded: 'The amendment notice is recorded. Its service comes next.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
    }),
    command: ({ on }, { plan }, context) =>
      sendAmendmentNotice.of({ id: plan.id }, { on, withoutReview: true }, context),
  }),
};

const isOpen = ({ finalPlan: issued, notToAmend: dropped }: AmendmentView): boolean => !issued && !dropped;

/** The same form as after the notice of a review, about the amendment that it names. */
const after = (needs: string, text: string, of: Form<PlanSubject>, when = isOpen): PlanForm => ({
  group: 'amendment',
  needs,
  offers: (plan) =>
    ended(plan)
      ? []
      : plan.amendments
          .filter(when)
          .map(({ id, notice }) => ({ about: id, text: `${text}: notice of ${formatDate(notice.on as CivilDate)}` })),
  form: of,
});

export const amendmentForms: Readonly<Record<string, PlanForm>> = {
  amendment,
  'amendment-served': after(
    serveNotice.name,
    'Record that it was served',
    served,
    (one) => isOpen(one) && one.served === undefined,
  ),
  'amendment-bounced': after(recordNoticeBounce.name, 'Record that it came back', bounced),
  'amendment-representations': after(
    receiveRepresentations.name,
    'Record the family’s representations',
    representations,
  ),
  'amendment-waiver': after(
    waiveRepresentations.name,
    'Record that the family waived the fifteen days',
    waiver,
    (one) => isOpen(one) && one.waived === undefined,
  ),
  'amendment-final': after(issueFinalPlan.name, 'Record the final amended plan', finalPlan),
  'amendment-not-to-amend': after(dropAmendments.name, 'Record the decision not to amend after all', notToAmend),
  'amendment-final-copies': after(
    copyFinalPlan.name,
    'Record who else got the final plan',
    finalPlanCopies,
    ({ finalPlanNotSentTo }) => finalPlanNotSentTo.length > 0,
  ),
};
