// What every subject's facts are made of.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Fact, Facts, Flags } from '../../../rules/facts.js';
import { amendmentNoticeOf, servedOf, type Track } from './cycle-state.js';
import type { Entry, Sourced } from './entries.js';
import { sentToAll } from './final-recipients.js';
import type { Plan } from './state.js';

/** A subject before it knows its pack. */
export interface Part {
  readonly scope: string;
  readonly id: string;
  readonly label: string;
  readonly facts: Facts;
  readonly flags?: Flags;
}

/** The birth date, and the event of the person's own history that says so. */
export type Birth = Pick<Fact, 'on' | 'eventId'>;

/** It counts here since the authority has the plan. */
export const birthFact = (plan: Plan, birth: Birth | undefined): Fact | undefined =>
  birth && { ...birth, since: oursSince(plan) };

export const fact = (entry: Sourced | undefined, since?: CivilDate): Fact | undefined =>
  entry && {
    on: entry.on,
    eventId: entry.eventId,
    since,
    supposed: entry.eventId === supposed ? true : undefined,
    notEvidenced: entry.source === 'return' ? true : undefined,
  };

/** In the place of an event where somebody asks "what if": it happened to nobody, and is never stored. */
export const supposed = 'what-if';

/** A day that was fixed, and fixed anew: the earlier one held until then. */
export const oneAfterAnother = (days: readonly (Entry & { readonly dueOn: Entry })[]): Fact | undefined =>
  [...days]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce<Fact | undefined>(
      (before, { on, dueOn }) => ({ on: dueOn.on, eventId: dueOn.eventId, since: on, before }),
      undefined,
    );

/** This authority answers for the plan since then. */
export const oursSince = ({ movedIn, made }: Plan): CivilDate | undefined => (movedIn ?? made)?.on;

/** EHC-25 to EHC-28, shared by a review and an amendment without one. */
export function trackFacts(plan: Plan, track: Track): Facts {
  const final = plan.finals.find((each) => each.track === track.id);
  return {
    amendmentNotice: fact(amendmentNoticeOf(track)),
    noticeServed: fact(servedOf(track)),
    representationsWaived: fact(track.waived),
    finalPlan: fact(final),
    finalPlanSentToAll: fact(final && sentToAll(plan, final)),
    notToAmend: fact(track.dropped),
  };
}
