// One review from its first step to its final plan, and the part that an amendment without a review shares with it.
import { latestOf, type Entry, type Sourced } from './entries.js';
import type {
  AdviceStep,
  Channel,
  CycleKind,
  DecidedOutcome,
  LackKind,
  Outcome,
  PointFinding,
  ProposedChanges,
  ReviewPoint,
  Role,
  SlotValue,
} from './words.js';

export interface Service extends Entry {
  readonly channel: Channel;
  readonly bounced?: Entry;
}

/** What the law asks for and is not on record; a role where it is about one of those who take part. */
export interface Lack {
  readonly what: LackKind;
  readonly role?: Role;
}

/** `lacks`: what was said to be missing when it was recorded; left out where nobody was asked. */
export interface Dropped extends Entry {
  readonly appealRightsGiven: boolean;
  readonly lacks?: readonly Lack[];
}

/** What follows a notice with proposed amendments: service, representations, and then the final plan or none. */
export interface Track {
  readonly id: string;
  readonly notice?: Sourced;
  readonly services: readonly Service[];
  readonly representations: readonly Entry[];
  readonly waived?: Entry;
  readonly dropped?: Dropped;
}

export interface Invitation extends Entry {
  readonly role: Role;
  readonly channel: Channel;
  readonly meetingOn: Entry;
}

export interface Advice extends Entry {
  readonly role: Role;
  readonly step: AdviceStep;
  readonly channel?: Channel;
  readonly dueOn?: Entry;
  readonly dated?: Entry;
}

export interface Meeting extends Sourced {
  readonly attended: readonly Role[];
  readonly outcomesConsidered?: boolean;
  readonly preparingForAdulthood?: Readonly<Record<string, SlotValue>>;
  readonly yearGroup?: number;
}

export interface Decision extends Sourced {
  readonly outcome: DecidedOutcome;
  readonly proposedChanges: ProposedChanges;
  readonly appealRightsGiven?: boolean;
  readonly lacks?: readonly Lack[];
  /** Where it was decided to cease: on which ground, if the notice says so. */
  readonly ground?: string;
  /** Where no proposal went before: who was consulted on ceasing; left out where nobody was asked. */
  readonly consulted?: readonly string[];
}

export interface Cycle extends Track {
  readonly opened?: Entry & { readonly kind: CycleKind };
  readonly invitations: readonly Invitation[];
  readonly advice: readonly Advice[];
  readonly interim?: Entry;
  readonly arranged: readonly (Entry & { readonly meetingOn: Entry })[];
  readonly meeting?: Meeting;
  readonly points: readonly (Entry & { readonly point: ReviewPoint; readonly finding: PointFinding })[];
  readonly report?: Entry & { readonly recommends: Outcome; readonly sentTo: readonly Role[] };
  readonly decision?: Decision;
  readonly stated: readonly (Sourced & { readonly outcome: Outcome })[];
}

export const newTrack = (id: string): Track => ({ id, services: [], representations: [] });

export const newCycle = (id: string): Cycle => ({
  ...newTrack(id),
  invitations: [],
  advice: [],
  arranged: [],
  points: [],
  stated: [],
});

/** What was decided: the letter's word; where only a return tells of it, what the latest return states. */
export function outcomeOf({ decision, stated }: Cycle): Outcome | undefined {
  const latest = latestOf(stated)?.outcome;
  if (!decision) return undefined;
  if (decision.source === 'return' && latest) return latest;
  return decision.outcome === 'not-stated' ? latest : decision.outcome;
}

/**
 * The notice with the proposed amendments: the decision notice that carried them, or the one that was sent later. A decision
 * that only says "we will amend" is none (EHC-24).
 */
export function amendmentNoticeOf(track: Track): Sourced | undefined {
  if (!('stated' in track)) return track.notice;
  const { decision, notice } = track as Cycle;
  if (decision?.proposedChanges === 'attached') return decision;
  if (notice) return notice;
  return decision?.source === 'return' && outcomeOf(track as Cycle) === 'amend' ? decision : undefined;
}

/** The first service that reached somebody, of the notice with the proposed amendments (R14). */
export function servedOf(track: Track): Service | undefined {
  const notice = amendmentNoticeOf(track);
  if (!notice) return undefined;
  const reached = track.services.filter((service) => !service.bounced && service.on >= notice.on);
  return reached.reduce<Service | undefined>((first, next) => (first && first.on <= next.on ? first : next), undefined);
}
