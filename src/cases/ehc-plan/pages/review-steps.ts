// A review as a list of tasks, in the order of the law: what is done, what comes next, what each is due by, what can be recorded.
import type { CaseNow } from '../../../engine/use-cases/case-now.js';
import { linksTo } from '../../../engine/web/forms/offered-form.js';
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import type { ReviewView } from '../queries/plan-view.js';
import { ceaseSteps } from './cease-steps.js';
import { reviewForms } from './review-forms.js';
import { planFormOf } from './plan-forms/index.js';
import type { Step } from './review-step.js';
import type { ReviewSubject } from './review-subject.js';
import { ended } from './plan-forms/plan-form.js';
import { ofPlan } from './shown-plan.js';

const lastOf = (days: readonly (string | undefined)[]): string | undefined =>
  days.length > 0 && days.every((day) => day !== undefined) ? [...days].sort().at(-1) : undefined;

const adviceNote = (answered: number, asked: number, nothing: boolean): string =>
  `${answered} of ${asked} have answered${nothing && answered === asked ? ', with nothing to circulate' : ''}.`;

/** What can be recorded stands with its use case, under the key of the step. */
export function stepsOf(subject: ReviewSubject, now: CaseNow | undefined): readonly Step[] {
  const { plan, review } = subject;
  const address = { planId: plan.id, cycleId: review.cycleId };
  const offering = { view: review, now, subject: () => subject, ended: ended(plan) };
  const ofReview = (key: string) =>
    Object.entries(reviewForms)
      .filter(([, { group }]) => group === key)
      .flatMap(([step, form]) => linksTo(form, offering, () => paths.ehc.record({ ...address, step })));
  const onPlan = ({ step, text }: { readonly step: string; readonly text: string }) => {
    const form = planFormOf(step);
    const link = (about: string) => paths.ehc.recordOnPlan({ planId: plan.id, step, about });
    return form ? linksTo({ ...form, offers: () => [{ about: 'plan', text }] }, ofPlan(plan, now), link) : [];
  };
  return tasksOf(review).map((task) => ({
    ...task,
    forms: [...ofReview(task.key), ...(task.planForms ?? []).flatMap(onPlan)],
  }));
}

type Task = Omit<Step, 'forms'>;

function tasksOf(review: ReviewView): readonly Task[] {
  const { meeting, report, decision, outcome, amendmentNotice, served, finalPlan, notToAmend, waived } = review;
  const { bounced, representations, finalPlanNotSentTo } = review;
  const required = review.ledger.filter((line) => line.required);
  const missing = required.filter((line) => !line.invited).length;
  const answered = required.filter((line) => line.answered).length;
  const received = required.filter(({ answer }) => answer === 'received');
  // With nothing in the answers the step is done by the last of them (EHC-16).
  const toCirculate = received.length > 0 ? received.map((line) => line.circulated?.on) : undefined;
  const before: Task[] = [
    {
      key: 'invitations',
      title: 'Arrange the meeting and invite everyone',
      clocks: ['invitations'],
      doneOn: lastOf(required.map((line) => line.invited?.on)),
      open: !meeting && !decision,
      note:
        missing > 0 && required.length > 0
          ? `${missing} of ${required.length} who must be invited are not on record as invited to this day.`
          : undefined,
    },
    {
      key: 'advice',
      title: 'Ask for advice and circulate it',
      clocks: ['adviceCirculated'],
      doneOn:
        answered === required.length ? lastOf(toCirculate ?? required.map((line) => line.answered?.on)) : undefined,
      open: !meeting && !decision,
      note: required.length > 0 ? adviceNote(answered, required.length, toCirculate === undefined) : undefined,
    },
    {
      key: 'meeting',
      title: 'Hold the review meeting',
      clocks: ['meetingTarget'],
      doneOn: meeting?.on,
      open: !meeting && !decision,
    },
    {
      key: 'report',
      title: 'Send the report of the meeting',
      clocks: ['report'],
      doneOn: report?.on,
      open: meeting !== undefined && !report && !decision,
    },
    {
      // EHC-22: four weeks of the meeting; EHC-01: the twelve months.
      key: 'decision',
      title: 'Decide, and send the decision notice',
      clocks: ['review', 'reviewAfterMove', 'decision'],
      doneOn: decision?.on,
      open: meeting !== undefined && !decision,
      note: decision ? undefined : 'Only this completes the review.',
    },
  ];
  if (outcome === 'cease') return [...before, ...ceaseSteps(review)];
  if (outcome !== 'amend') return before;
  const dropped = notToAmend !== undefined;
  const heard = representations.at(-1);
  const finalUntold = amendmentNotice?.source === 'return' && !served && !finalPlan && !dropped;
  const after: Task[] = [
    {
      // EHC-24: within the same four weeks.
      key: 'amendmentNotice',
      title: 'Send the proposed amendments',
      clocks: ['amendmentNotice'],
      doneOn: amendmentNotice?.on,
      open: decision !== undefined && !amendmentNotice,
      note:
        decision && !amendmentNotice
          ? 'The decision said “we will amend”; without the amendments the four weeks run on (EHC-24).'
          : undefined,
    },
    {
      key: 'served',
      title: 'Serve the notice',
      clocks: [],
      doneOn: served?.on,
      note:
        bounced && !served
          ? 'It came back: send it by another way. The family’s fifteen days have not begun.'
          : undefined,
      open: amendmentNotice !== undefined && !served && !finalPlan && !dropped,
    },
    {
      key: 'representations',
      title: 'Hear the family’s representations',
      clocks: ['representations'],
      doneOn: heard?.on ?? waived?.on,
      open: false,
      note: [
        heard ? 'The family’s representations were received.' : undefined,
        waived ? 'The family waived the time in writing.' : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    },
    {
      // EHC-26 to EHC-28: not before the family's fifteen days, and within eight weeks of the notice.
      key: 'finalPlan',
      title: dropped ? 'Decided not to amend after all' : 'Issue the final plan, or decide not to amend',
      clocks: ['finalNotBefore', 'finalPlan', 'notToAmend'],
      doneOn: finalPlan?.on ?? notToAmend?.on,
      note: finalUntold
        ? 'Only a return tells of this decision, and no return tells whether the final plan was issued. Look it up, and record it here.'
        : undefined,
      open: served !== undefined && !finalPlan && !dropped,
    },
  ];
  if (!finalPlan) return [...before, ...after];
  const names = finalPlanNotSentTo.map((each) => words(each)).join(', ');
  const sent: Task = {
    key: 'finalPlanSent',
    title: 'Send the final plan to everyone who must have it',
    clocks: ['finalPlanSent'],
    doneOn: review.finalPlanSentToAll?.on,
    open: names !== '',
    note: names === '' ? undefined : `Not on record as sent to: ${names} (EHC-29).`,
  };
  return [...before, ...after, sent];
}
