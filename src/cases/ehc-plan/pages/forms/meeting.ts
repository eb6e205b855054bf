// The forms of the meeting and its report. Neither completes a review (EHC-02).
import { holdReviewMeeting } from '../../commands/hold-meeting.js';
import { recordReviewPoint } from '../../commands/record-review-point.js';
import { sendReviewReport } from '../../commands/send-report.js';
import {
  adulthoodAreas,
  outcomes,
  pointFindings,
  roles,
  slotValues,
  type Outcome,
  type PointFinding,
  type ReviewPoint,
  type Role,
  type SlotValue,
} from '../../domain/words.js';
import { words } from '../../../../engine/web/present/words.js';
import { form } from '../../../../engine/web/forms/form.js';
import type { Question } from '../../../../engine/web/forms/question.js';
import { date, freeText, one, optionsOf, several, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { typedDate, type ReviewSubject } from './subject.js';

type Area = (typeof adulthoodAreas)[number];

/** EHC-19, EHC-20: from Year 9 on each of the four areas has its heading in the minutes. */
function adulthood({ plan }: ReviewSubject): Partial<Record<`preparingForAdulthood.${Area}`, Question<SlotValue>>> {
  if ((plan.yearGroup ?? 0) < 9) return {};
  return Object.fromEntries(
    adulthoodAreas.map((area) => [
      `preparingForAdulthood.${area}`,
      one<SlotValue>({
        label: `Preparing for adulthood: ${words(area).toLowerCase()}`,
        options: optionsOf(slotValues),
        none: `Say what was recorded about ${words(area).toLowerCase()} (EHC-20)`,
      }),
    ]),
  );
}

export const meeting = form({
  title: 'Record the review meeting',
  lead: 'The review is not complete by its meeting: the decision notice is due four weeks after it (EHC-02, EHC-22).',
  button: 'Record the meeting',
  recorded: 'The meeting is recorded. The review stays open until the decision notice is sent.',
  questions: (subject: ReviewSubject) => ({
    on: date({ label: 'When was the meeting?', what: 'The day of the meeting' }),
    attended: several<Role>({ label: 'Who was there?', options: optionsOf(roles) }),
    outcomesConsidered: yesOrNo({
      label: 'Was progress towards the outcomes considered?',
      none: 'Say whether progress towards the outcomes was considered (EHC-18)',
    }),
    ...adulthood(subject),
  }),
  prefill: ({ review }) => typedDate('on', review.meetingArrangedFor),
  command: ({ on, attended, outcomesConsidered, ...areas }, { plan, cycleId }, context) => {
    const given = Object.entries<SlotValue | undefined>(areas).map(
      ([name, value]) => [name.split('.')[1] ?? '', value] as const,
    );
    const preparingForAdulthood =
      given.length === 0 ? undefined : (Object.fromEntries(given) as Partial<Record<Area, SlotValue>>);
    const details = { on, attended: [...attended], outcomesConsidered, preparingForAdulthood, cycleId };
    return holdReviewMeeting.of({ id: plan.id }, details, context);
  },
});

/** EHC-10, EHC-33: what the law or the guidance asks of some meetings beside the outcomes. */
export const reviewPoint = form({
  title: 'Record what the meeting said on a further point',
  lead: 'From 19 on the council has regard to whether the outcomes of education or training have been achieved (EHC-10).',
  button: 'Record it',
  recorded: 'It is recorded what the meeting said.',
  questions: ({ review }: ReviewSubject) => ({
    on: date({ label: 'When was it said?', what: 'The day of the meeting' }),
    point: one<ReviewPoint>({
      label: 'On which point?',
      options: optionsOf(review.pointsLeft as readonly ReviewPoint[]),
      none: 'Choose the point',
    }),
    finding: one<PointFinding>({
      label: 'What was said?',
      options: optionsOf(pointFindings),
      none: 'Choose what was said',
    }),
  }),
  prefill: ({ review }) => typedDate('on', review.meeting?.on),
  command: (answers, { plan, cycleId }, context) =>
    recordReviewPoint.of({ id: plan.id }, { ...answers, cycleId }, context),
});

export const report = form({
  title: 'Record the report of the meeting',
  lead: 'It goes to everybody invited, two weeks after the meeting at the latest (EHC-21).',
  button: 'Record the report',
  recorded: 'The report is recorded. The decision notice comes next.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
    recommends: one<Outcome>({
      label: 'What does it recommend?',
      options: optionsOf(outcomes),
      none: 'Choose what it recommends',
    }),
    sentTo: several<Role>({ label: 'Who got it?', options: optionsOf(roles), none: 'Tick who got it' }),
    recommendations: freeText({ label: 'Recommended amendments', hint: 'Needed where it recommends to amend' }),
    differences: freeText({ label: 'Where views differed (optional)' }),
  }),
  prefill: ({ review }) => ({ sentTo: review.ledger.filter(({ invited }) => invited).map(({ role }) => role) }),
  command: ({ sentTo, ...answers }, { plan, cycleId }, context) =>
    sendReviewReport.of({ id: plan.id }, { ...answers, sentTo: [...sentTo], cycleId }, context),
});
