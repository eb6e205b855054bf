// An EHC plan as its page shows it.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { formatDate } from '../../kernel/calendar/index.js';
import { paths } from '../../web/paths.js';
import type { Tag } from '../../web/present/deadline.js';
import { inWords, words } from '../../web/present/words.js';
import type { EhcPlanView, ReviewView } from '../queries/plan-view.js';
import { yearWords } from './worklist-row.js';

const on = (date: string | undefined): string => (date === undefined ? '' : formatDate(date as CivilDate));

const statusColours: Readonly<Record<string, Tag['colour']>> = { maintained: 'green', 'cease decided': 'orange' };

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
      { key: 'Authority', value: words(plan.authority) },
      { key: 'Year group', value: plan.yearGroup === undefined ? '' : yearWords(plan.yearGroup) },
      { key: 'Placement', value: current.map(placementWords).join('; ') },
      { key: 'Needs', value: plan.needs.map(({ code }) => code).join(', ') },
      { key: 'Rules of the case', value: plan.rulePack },
    ].filter(({ value }) => value !== ''),
    reviews: [...plan.reviews].reverse().map((review) => shownReview(plan.id, review)),
    letters: plan.letters,
    cease: paths.ehc.record({ planId: plan.id, cycleId: 'latest', step: ceaseStep(plan.status) }),
    ended: plan.status === 'ceased' || plan.status === 'moved out',
  };
}

const ceaseStep = (status: string): string => (status === 'cease decided' ? 'cease' : 'cease-proposal');

const placementWords = ({ kind, urn, outOfArea }: EhcPlanView['placements'][number]): string =>
  [words(kind), urn && `URN ${urn}`, outOfArea && 'out of area'].filter(Boolean).join(', ');

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
