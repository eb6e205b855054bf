// Folds what is said of the plan itself.
import { londonDate } from '../../../kernel/calendar/index.js';
import type { PastEventOf } from '../../../kernel/events.js';
import type { planEvents } from './events-plan.js';
import { entryOf, furtherEntry, type Plan } from './state.js';

export type PlanEvent = PastEventOf<typeof planEvents>;

/** EHC-52: what a letter after a move says of the review. */
const letterThat = { yes: 'moveInLetter', no: 'moveInLetterSilent', 'not-known': 'moveInLetterUnclear' } as const;

/** Events made up for a decision have no moment yet. */
const recordedOf = ({ id: eventId, recordedAt }: Pick<PlanEvent, 'id' | 'recordedAt'>): Plan['followedSince'] =>
  recordedAt === '' ? undefined : { recordedOn: londonDate(recordedAt), eventId };

export function evolvePlan(plan: Plan, event: PlanEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'PlanIssued': {
      const { source, ...start } = event.data;
      return { ...plan, ...start, made: { ...entry, source }, followedSince: recordedOf(event) };
    }
    case 'PlanMovedIn': {
      const { personId, authority, rulePack, fromAuthority, planMadeOn, lastReviewedOn } = event.data;
      return {
        ...plan,
        personId,
        authority,
        rulePack,
        made: furtherEntry(event, 'planMadeOn', planMadeOn),
        lastReviewed: furtherEntry(event, 'lastReviewedOn', lastReviewedOn),
        movedIn: { ...entry, from: fromAuthority },
        followedSince: recordedOf(event),
      };
    }
    case 'MoveInLetterSent':
      return { ...plan, [letterThat[event.data.tellsReview]]: entry };
    case 'MoveOutKnown':
      return { ...plan, moveOutKnown: { ...entry, movesOn: furtherEntry(event, 'movesOn', event.data.movesOn)! } };
    case 'PlanMovedOut':
      return { ...plan, movedOut: { ...entry, to: event.data.toAuthority } };
    case 'PlacementRecorded': {
      const { placementId, from, to, ...rest } = event.data;
      const dates = { from: furtherEntry(event, 'from', from), to: furtherEntry(event, 'to', to) };
      const others = plan.placements.filter(({ id }) => id !== placementId);
      return { ...plan, placements: [...others, { ...entry, ...rest, id: placementId, ...dates }] };
    }
    case 'PlacementEnded':
      return {
        ...plan,
        placements: plan.placements.map((each) => (each.id === event.data.placementId ? { ...each, to: entry } : each)),
      };
    case 'NeedsRecorded':
      return { ...plan, needs: [...plan.needs, { ...entry, needs: event.data.needs }] };
    case 'YearGroupRecorded':
      return { ...plan, yearGroups: [...plan.yearGroups, { ...entry, yearGroup: event.data.yearGroup }] };
    case 'RightsExplained':
      return { ...plan, rightsExplained: [...(plan.rightsExplained ?? []), { ...entry, ...event.data }] };
  }
}
