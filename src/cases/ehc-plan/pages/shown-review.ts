// A review as its page shows it: the next thing to do first, then each step with its clocks, then the ledger.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseNow } from '../../../engine/use-cases/case-now.js';
import { paths } from '../paths.js';
import { statusTag, whyPath, type Tag } from '../../../engine/web/present/deadline.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { Visit } from '../../../engine/web/visit.js';
import type { LedgerLineView } from '../queries/plan-view.js';
import type { ClockLine, ReviewClock } from '../queries/review-clock-view.js';
import type { Step } from './review-step.js';
import type { ReviewSubject } from './review-subject.js';
import { stepsOf } from './review-steps.js';
import { shownLacks } from './shown-lacks.js';

type Now = Pick<Visit, 'asked' | 'today'>;

export interface ShownClock extends ClockLine {
  readonly tag: Tag;
  readonly forceWords: string;
  readonly why: string;
  /** What the date means: by when, from when, until when. */
  readonly label: string;
}

const kindLabels: Readonly<Record<string, string>> = {
  notBefore: 'Not before',
  period: 'Runs until',
  target: 'Aim for',
  planning: 'Plan for',
};

export const shownClocks = (
  planId: string,
  lines: readonly ClockLine[],
  { asked: { asOf }, today }: Now,
): ShownClock[] =>
  lines.map((line) => ({
    ...line,
    tag:
      line.kind === 'notBefore' && line.status === 'due' ? { text: 'Not yet', colour: 'grey' } : statusTag(line, asOf),
    forceWords: words(line.force),
    why: whyPath(
      { pathway: 'ehc', caseId: planId, key: line.key, subjectId: line.subjectId },
      asOf === today ? undefined : asOf,
    ),
    label: kindLabels[line.kind] ?? 'Due',
  }));

function stateTag(step: Step, isNext: boolean): Tag | undefined {
  if (step.doneOn !== undefined) return { text: 'Recorded', colour: 'green' };
  if (isNext) return { text: 'Next', colour: 'blue' };
  return step.open ? undefined : { text: 'Not yet', colour: 'grey' };
}

export function shownReviewPage(
  subject: ReviewSubject,
  { lines, label }: ReviewClock,
  now: Now,
  { caseNow, maySeeFacts }: { readonly caseNow: CaseNow | undefined; readonly maySeeFacts: boolean },
) {
  const { plan, review } = subject;
  const steps = stepsOf(subject, caseNow);
  const next = steps.find((step) => step.open && step.doneOn === undefined);
  const clocks = shownClocks(plan.id, lines, now);
  return {
    label,
    complete: review.status === 'complete',
    undecided: review.status === 'left undecided',
    outcome: review.outcome === undefined ? undefined : inWords(review.outcome),
    next: next?.title,
    ...shownLacks(review),
    whyMissing: maySeeFacts ? paths.ehc.facts({ planId: plan.id }) : undefined,
    steps: steps.map((step) => ({
      title: step.title,
      doneOn: step.doneOn,
      note: step.note,
      isNext: step === next,
      tag: stateTag(step, step === next),
      clocks: clocks.filter(({ key }) => step.clocks.includes(key)),
      forms: step.forms,
    })),
    others: clocks.filter(({ key }) => !steps.some((step) => step.clocks.includes(key))),
    ledger: review.ledger.map(shownLine),
    meeting: review.meeting?.on ?? review.meetingArrangedFor,
    whatIfAction: paths.ehc.whatIf({ planId: plan.id, cycleId: review.cycleId }),
  };
}

/** EHC-17: advice over a year old at the meeting is shown as such. */
const staleDays = 365;

const shownLine = ({
  role,
  required,
  invited,
  requested,
  chased,
  answered,
  answer,
  circulated,
  dated,
  ageInDays,
}: LedgerLineView) => ({
  role: words(role),
  required,
  invited: invited?.on as CivilDate | undefined,
  requested: requested?.on,
  chased: chased.length,
  answered: answered?.on,
  answer: answer && words(answer),
  circulated: circulated?.on,
  dated: dated?.on,
  stale: ageInDays !== undefined && ageInDays > staleDays,
});
