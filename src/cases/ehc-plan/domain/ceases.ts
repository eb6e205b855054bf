// The attempts to cease a plan: those of the two letters, and those that a review began by deciding "cease" (EHC-31, EHC-62).
import { outcomeOf, type Cycle, type Decision } from './cycle-state.js';
import { latestOf, type Entry } from './entries.js';
import type { Appeal, Cease, Plan } from './state.js';

/** `byReview`: the review whose decision notice is this letter. */
type Letter = Entry & { readonly byReview?: string };

export interface CeaseOf {
  readonly id: string;
  /** `consulted`: left out where the notice of a review does not say it. */
  readonly proposed?: Letter & { readonly consulted?: readonly string[] };
  readonly decided?: Letter & { readonly ground?: string };
  /** Not pursued: said so, or a later review decided otherwise before there was a decision letter. */
  readonly dropped?: Entry;
  /** The decision notices of reviews that belong to it: each can be appealed against, whichever of the two letters it is. */
  readonly notices: readonly Entry[];
}

interface Found {
  readonly id: string;
  proposed?: CeaseOf['proposed'];
  decided?: CeaseOf['decided'];
  dropped?: Entry;
  notices: Entry[];
}

const ofReview = (cycle: Cycle): string => `review-${cycle.id}`;

/** In the order of their first letters. Derived, so that reviews recorded long ago, and their corrections, count as they should. */
export function ceasesOf(plan: Plan): readonly CeaseOf[] {
  const reviews = plan.cycles.filter(({ decision }) => decision);
  const toCease = reviews.filter((cycle) => outcomeOf(cycle) === 'cease');
  if (toCease.length === 0) return plan.ceases.map((cease) => ({ ...cease, notices: [] }));
  const begunByReview = new Map(toCease.map((cycle) => [ofReview(cycle), cycle]));
  const found: Found[] = plan.ceases
    .filter(({ id }) => !begunByReview.has(id))
    .map(({ id, proposed, decided, dropped }) => ({ id, proposed, decided, dropped, notices: [] }));
  for (const cycle of toCease) {
    const decision = cycle.decision!;
    const recorded = plan.ceases.find(({ id }) => id === ofReview(cycle));
    const standing = recorded ? undefined : standingBefore(found, decision, plan);
    const followed = recorded ? undefined : letterAfter(found, decision, reviews);
    if (standing) asDecision(standing, cycle, decision);
    else if (followed) followed.notices.push(entryOf(decision));
    else found.push(asProposal(cycle, decision, recorded, reviews));
  }
  return found.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

const entryOf = ({ on, eventId }: Entry): Entry => ({ on, eventId });
const dayOf = ({ proposed, decided, dropped }: Found): string => (proposed ?? decided ?? dropped)?.on ?? '';

/** A proposal that went before the notice and still stood on its day. */
const standingBefore = (found: readonly Found[], { on }: Decision, plan: Plan): Found | undefined =>
  found.findLast(
    (cease) =>
      cease.proposed !== undefined &&
      cease.proposed.on < on &&
      !(cease.dropped && cease.dropped.on <= on) &&
      !overturned(plan, cease),
  );

/** Without the right of appeal a notice is not the decision letter of EHC-62(2); one that is recorded as sent is. */
function asDecision(cease: Found, cycle: Cycle, decision: Decision): void {
  cease.notices.push(entryOf(decision));
  if (cease.decided || decision.appealRightsGiven === false) return;
  cease.decided = { ...entryOf(decision), byReview: cycle.id, ground: decision.ground };
}

/** A letter of its own that proposes again what the review decided takes its place. */
const letterAfter = (found: readonly Found[], { on }: Decision, reviews: readonly Cycle[]): Found | undefined =>
  found.find(({ proposed }) => {
    if (!proposed || proposed.byReview || proposed.on < on) return false;
    return !reviews.some((later) => later.decision!.on > on && later.decision!.on <= proposed.on);
  });

function asProposal(cycle: Cycle, decision: Decision, recorded: Cease | undefined, reviews: readonly Cycle[]): Found {
  const otherwise = reviews.find((later) => {
    const outcome = outcomeOf(later);
    return later.decision!.on > decision.on && outcome !== undefined && outcome !== 'cease';
  })?.decision;
  const dropped = recorded?.dropped ?? (recorded?.decided ? undefined : otherwise && entryOf(otherwise));
  const proposed = { ...entryOf(decision), byReview: cycle.id, consulted: decision.consulted };
  return { id: ofReview(cycle), proposed, decided: recorded?.decided, dropped, notices: [entryOf(decision)] };
}

/** The letters of it that can be appealed against. */
export function appealableOf({ decided, notices }: Pick<CeaseOf, 'decided' | 'notices'>): readonly Entry[] {
  return decided && notices.every(({ eventId }) => eventId !== decided.eventId) ? [...notices, decided] : notices;
}

export const appealsAgainst = (plan: Plan, cease: Pick<CeaseOf, 'decided' | 'notices'>): readonly Appeal[] =>
  plan.appeals.filter(({ letterEventId }) => appealableOf(cease).some(({ eventId }) => eventId === letterEventId));

/** The Tribunal decided for the family, or the authority does not oppose them, which is the same (EHC-77). */
export const overturnedBy = (plan: Plan, cease: Pick<CeaseOf, 'decided' | 'notices'>): Entry | undefined =>
  latestOf(
    appealsAgainst(plan, cease).map(
      ({ conceded, determined }) =>
        conceded ?? (determined && !['dismissed', 'withdrawn'].includes(determined.result) ? determined : undefined),
    ),
  );

const overturned = (plan: Plan, cease: Pick<CeaseOf, 'decided' | 'notices'>): boolean =>
  overturnedBy(plan, cease) !== undefined;

/** The latest that was neither dropped nor overturned. */
export const ceaseInForce = (plan: Plan): CeaseOf | undefined =>
  ceasesOf(plan).findLast((cease) => !cease.dropped && (cease.proposed ?? cease.decided) && !overturned(plan, cease));
