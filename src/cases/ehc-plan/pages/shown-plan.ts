// An EHC plan as its page shows it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { offersOf, type Offering } from '../../../engine/web/forms/offered-form.js';
import type { CaseNow } from '../../../engine/use-cases/case-now.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import grounds from '../domain/cease-grounds.json' with { type: 'json' };
import type { EhcPlanView, ReviewView } from '../queries/plan-view.js';
import { planForms } from './plan-forms/index.js';
import { orderTitle } from '../orders.js';
import { ended, planGroups, type PlanSubject } from './plan-forms/plan-form.js';
import { placementWords } from './placement-words.js';
import { addresseeOf, holderWords } from './shown-rights.js';
import { yearWords } from './worklist-row.js';

const on = (date: string | undefined): string => (date === undefined ? '' : formatDate(date as CivilDate));

const statusColours: Readonly<Record<string, Tag['colour']>> = {
  maintained: 'green',
  'cease proposed': 'yellow',
  'cease decided': 'orange',
};

export function shownPlan(plan: EhcPlanView, asOf: CivilDate) {
  const current = plan.placements.filter(({ from, to }) => (from ?? '') <= asOf && (to === undefined || to >= asOf));
  return {
    planId: plan.id,
    status: { text: words(plan.status), colour: statusColours[plan.status] ?? 'grey' } satisfies Tag,
    statusSince: on(plan.statusSince?.on),
    facts: [
      { key: 'Plan made', value: on(plan.planMade.on) },
      { key: 'Last issued', value: on(plan.lastIssued.on) },
      { key: 'Taken over', value: on(plan.movedIn?.on) },
      { key: 'Letter after the move', value: moveInLetterWords(plan) },
      { key: 'Authority', value: words(plan.authority) },
      { key: 'Who gets letters', value: holderWords(plan.rights) },
      { key: 'Year group', value: plan.yearGroup === undefined ? '' : yearWords(plan.yearGroup) },
      { key: 'Placement', value: current.map(placementWords).join('; ') },
      { key: 'Needs', value: plan.needs.map(({ code }) => words(code)).join('; ') },
      { key: 'Amended without a review', value: amendmentWords(plan) },
      { key: 'Early review', value: waiting(plan) },
      { key: 'Phase transfer', value: transferWords(plan) },
      { key: 'Appeals', value: appealWords(plan) },
      { key: 'Orders and agreements', value: orderWords(plan) },
      { key: 'Ceasing', value: ceasingWords(plan) },
      { key: 'Past 25', value: past25Words(plan) },
      { key: 'Rules of the case', value: plan.rulePack },
    ].filter(({ value }) => value !== ''),
    reviews: [...plan.reviews].reverse().map((review) => shownReview(plan.id, review)),
    letters: plan.letters.map((letter) => ({ ...letter, to: addresseeOf(plan.rights, letter.on) })),
  };
}

/** A form of the plan is about something in it. */
export const ofPlan = (plan: EhcPlanView, now: CaseNow | undefined): Offering<PlanSubject, EhcPlanView> => ({
  view: plan,
  now,
  subject: (about, { today }) => ({ plan, about, today, facts: [] }),
  ended: ended(plan),
});

/** What this reader can record of the plan as it stands today, under its headings. */
export const offersOn = (plan: EhcPlanView, now: CaseNow | undefined) =>
  offersOf(planForms, planGroups, ofPlan(plan, now), (step, about) =>
    paths.ehc.recordOnPlan({ planId: plan.id, step, about }),
  );

function ceasingWords({ ceasing }: EhcPlanView): string {
  if (!ceasing) return '';
  const { proposed, proposedByReview, consulted = [], decided, decidedByReview, ground, notBefore } = ceasing;
  const by = (review: string | undefined) => (review === undefined ? '' : ' by the notice of a review (EHC-31)');
  const known: Readonly<Record<string, { readonly title: string } | undefined>> = grounds.grounds;
  const effect =
    notBefore === undefined
      ? 'takes effect when the appeal is determined (EHC-63)'
      : `takes effect from ${on(notBefore)} at the earliest (EHC-63)`;
  return [
    proposed && `proposed ${on(proposed.on)}${by(proposedByReview)}`,
    consulted.length > 0 && `consulted: ${consulted.map(inWords).join(', ')} (EHC-62)`,
    !decided && 'the decision with the second letter is to follow (EHC-62); the plan stays in force',
    decided &&
      `decided ${on(decided.on)}${by(decidedByReview)}: ${known[ground ?? '']?.title ?? 'ground not recorded'}`,
    decided && effect,
  ]
    .filter(Boolean)
    .join('; ');
}

function past25Words({ past25 }: EhcPlanView): string {
  if (!past25) return '';
  const { decided, setting, courseEndsOn, endsOn, atTheLatest } = past25;
  const course = courseEndsOn && `course or training ends ${on(courseEndsOn)}`;
  const end = endsOn
    ? `the plan ends ${on(endsOn)} (EHC-64)`
    : `when the course or training ends is not recorded${atTheLatest ? `: at the latest ${on(atTheLatest)}` : ''} (EHC-64)`;
  return [`decided ${on(decided.on)}, ${inWords(setting)}`, course, end].filter(Boolean).join('; ');
}

function moveInLetterWords(plan: EhcPlanView): string {
  const { moveInLetter, moveInLetterSilent: silent, moveInLetterUnclear: unclear } = plan;
  if (moveInLetter) return on(moveInLetter.on);
  if (silent)
    return `${on(silent.on)}, which does not say when the plan will be reviewed: the six weeks run on (EHC-52)`;
  return unclear
    ? `${on(unclear.on)}; whether it says when the plan will be reviewed is not recorded: the six weeks run on until it is (EHC-52)`
    : on(undefined);
}

const amendmentWords = ({ amendments }: EhcPlanView): string =>
  amendments
    .map(({ notice, served, bounced, representations, notToAmend, finalPlan }) =>
      [
        `notice ${on(notice.on)}`,
        served ? `served ${on(served.on)}` : bounced && `came back ${on(bounced.on)}`,
        representations.length > 0 && `representations ${representations.map((one) => on(one.on)).join(', ')}`,
        finalPlan && `final plan ${on(finalPlan.on)}`,
        notToAmend && `not amended after all, notified ${on(notToAmend.on)} (EHC-28)`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');

const waiting = ({ earlyRequests }: EhcPlanView): string =>
  earlyRequests
    .filter(({ answered, withdrawn }) => !answered && !withdrawn)
    .map((request) => `asked for on ${on(request.on)}, not answered yet (EHC-35)`)
    .join('; ');

const transferWords = ({ phaseTransfers }: EhcPlanView): string =>
  phaseTransfers
    .map(({ phase, transferOn, named, limitMetBy }) => {
      const unmet = limitMetBy
        ? ''
        : ', which does not meet the limit: this cycle needs a decided review and a plan issued after it (EHC-40)';
      const setting = named ? `setting named ${on(named.on)}${unmet}` : 'setting not named yet';
      return `${inWords(phase)} on ${on(transferOn.on)}, ${setting}`;
    })
    .join('; ');

const appealWords = ({ appeals }: EhcPlanView): string =>
  appeals
    .map(({ on: received, determined, conceded }) => {
      const now = determined
        ? `${inWords(determined.result)} on ${on(determined.on)}`
        : conceded
          ? `not opposed since ${on(conceded.on)}`
          : 'running';
      return `received ${on(received)}, ${now}`;
    })
    .join('; ');

const orderWords = ({ orders }: EhcPlanView): string =>
  orders
    .map((order) =>
      [
        orderTitle(order),
        order.limitOn && `by ${on(order.limitOn)} as the parties agreed`,
        order.plan && `plan issued ${on(order.plan.on)}`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');

/** EHC-02: the words "done" and "complete" before the decision notice are never used (R1). */
const reviewTags: Readonly<Record<string, Tag>> = {
  open: { text: 'Open', colour: 'blue' },
  complete: { text: 'Complete', colour: 'green' },
  'left undecided': { text: 'Left undecided', colour: 'red' },
};

export const reviewTitle = ({ kind, ordinal }: Pick<ReviewView, 'kind' | 'ordinal'>): string =>
  `${ordinal === 1 && kind === 'annual' ? 'First annual review' : `${words(kind)} review ${ordinal}`}`;

function shownReview(planId: string, review: ReviewView) {
  const nobodyBegan = review.cycleId === 'next';
  return {
    title: reviewTitle(review),
    href: paths.ehc.review({ planId, cycleId: review.cycleId }),
    tag: nobodyBegan
      ? ({ text: 'Not begun', colour: 'grey' } satisfies Tag)
      : (reviewTags[review.status] ?? reviewTags['open']),
    meeting: on(review.meeting?.on),
    arranged: review.meeting ? '' : on(review.meetingArrangedFor),
    decision: on(review.decision?.on),
    outcome: review.outcome === undefined ? '' : inWords(review.outcome),
    final: on(review.finalPlan?.on),
  };
}
