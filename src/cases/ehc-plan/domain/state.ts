// An EHC plan as deciding and showing need it: dated facts only, nothing personal, everything derived is derived elsewhere.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { PastEvent } from '../../../kernel/events.js';
import type { Cycle, Track } from './cycle-state.js';
import type { Entry, Sourced } from './entries.js';
import type {
  Channel,
  AgreedAct,
  AppealOrder,
  ConsultationEnd,
  FinalOrigin,
  IcbRequest,
  OrderStep,
  Past25Setting,
  Phase,
  PlacementKind,
  RightsHolder,
  Refusal,
  SchoolReply,
  TribunalAct,
} from './words.js';

export interface Placement extends Entry {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly urn?: string;
  readonly ukprn?: string;
  readonly setting?: string;
  readonly from?: Entry;
  readonly to?: Entry;
  readonly outOfArea?: boolean;
  readonly residential?: string;
  readonly rank?: number;
  readonly senUnit?: boolean;
  readonly resourcedProvision?: boolean;
}

export interface FinalPlan extends Entry {
  readonly origin: FinalOrigin;
  /** The review, or the amendment without one, that it ends. */
  readonly track?: string;
  readonly recipients: readonly string[];
  /** Sent later to those who had not got it (EHC-29). */
  readonly copies?: readonly (Entry & { readonly recipients: readonly string[] })[];
  readonly issuedEarly?: boolean;
  readonly orderId?: string;
}

export interface EarlyRequest extends Entry {
  readonly id: string;
  readonly answered?: Entry & { readonly agreed: boolean };
  readonly withdrawn?: Entry;
}

export interface PhaseTransfer extends Sourced {
  readonly id: string;
  readonly phase: Phase;
  readonly transferOn: Entry;
  readonly named?: Sourced & { readonly placementId?: string };
}

export interface Cease {
  readonly id: string;
  readonly proposed?: Entry & { readonly consulted: readonly string[] };
  readonly dropped?: Entry;
  readonly decided?: Entry & { readonly ground: string };
}

/** EHC-64: the decision to go on past 25, and when the course or training ends, each day as it came to be known. */
export interface Past25 extends Entry {
  readonly setting: Past25Setting;
  readonly courseEnds: readonly (Entry & { readonly dueOn: Entry })[];
}

export interface Appeal extends Entry {
  readonly id: string;
  readonly letterEventId: string;
  readonly placementOnly: boolean;
  /** The authority received the Tribunal's notice of it. */
  readonly notice?: Entry;
  readonly fixed: readonly FixedDate[];
  readonly done: readonly (Entry & { readonly act: TribunalAct; readonly directionId?: string })[];
  readonly conceded?: Entry & { readonly order: AppealOrder };
  readonly determined?: Entry & { readonly result: string; readonly order: AppealOrder };
}

/** EHC-78: what a mediation agreed in writing. */
export interface Agreement extends Entry {
  readonly id: string;
  readonly letterEventId: string;
  readonly act: AgreedAct;
  readonly councilTookPart: boolean;
  readonly limitOn?: Entry;
}

/** A date that the Tribunal fixed for an act. Fixed anew it is a further one with the same id. */
export interface FixedDate extends Entry {
  readonly id: string;
  readonly act: TribunalAct;
  readonly dueOn: Entry;
}

export interface Consultation extends Entry {
  readonly id: string;
  readonly kind: PlacementKind;
  readonly urn?: string;
  readonly ukprn?: string;
  readonly setting?: string;
  readonly replied?: Entry & { readonly reply: SchoolReply };
  readonly ended?: Entry & { readonly because: ConsultationEnd };
}

/** EHC-54: the day it became known, and how far it has come. */
export interface IcbChange extends Entry {
  readonly id: string;
  readonly toIcb: string;
  readonly movesOn: Entry;
  readonly notified?: Entry;
  readonly judged?: Entry & { readonly awareOn: Entry; readonly canSecure: boolean };
  readonly requested?: Entry & { readonly asksFor: IcbRequest };
  readonly met?: Entry & { readonly by: IcbRequest };
}

export interface Plan {
  readonly personId?: string;
  readonly authority?: string;
  readonly rulePack?: { readonly pack: string; readonly version: number };
  /** The day on which the plan was first made, by whichever authority (EHC-51). */
  readonly made?: Sourced;
  readonly lastReviewed?: Entry;
  /** The day on which it was recorded here first: what nobody here could have done before is not asked. */
  readonly followedSince?: { readonly recordedOn: CivilDate; readonly eventId: string };
  /** CAL-15: each time that it was explained whose the rights are. */
  readonly rightsExplained?: readonly (Entry & { readonly to: readonly RightsHolder[]; readonly channel: Channel })[];
  readonly movedIn?: Entry & { readonly from: string };
  readonly moveInLetter?: Entry;
  /** One that does not say when the plan will be reviewed: the law asks for it, so the six weeks run on (EHC-52). */
  readonly moveInLetterSilent?: Entry;
  /** One of which nobody recorded whether it says so: it is asked all the same (EHC-52). */
  readonly moveInLetterUnclear?: Entry;
  readonly moveOutKnown?: Entry & { readonly movesOn: Entry };
  readonly movedOut?: Entry & { readonly to: string };
  readonly placements: readonly Placement[];
  readonly needs: readonly (Entry & { readonly needs: readonly { readonly code: string; readonly rank: number }[] })[];
  readonly yearGroups: readonly (Entry & { readonly yearGroup: number })[];
  /** In order of their dates, not of their recording. */
  readonly cycles: readonly Cycle[];
  readonly amendments: readonly Track[];
  readonly finals: readonly FinalPlan[];
  readonly requests: readonly EarlyRequest[];
  readonly transfers: readonly PhaseTransfer[];
  readonly ceases: readonly Cease[];
  readonly ceased?: Sourced & { readonly ground: string };
  readonly past25?: Past25;
  readonly mediation: readonly (Entry & { readonly letterEventId: string; readonly step: string })[];
  readonly appeals: readonly Appeal[];
  readonly refused: readonly (Entry & { readonly refusal: Refusal })[];
  readonly agreements: readonly Agreement[];
  readonly orderSteps: readonly (Entry & { readonly orderId: string; readonly step: OrderStep })[];
  readonly consultations: readonly Consultation[];
  readonly icbChanges: readonly IcbChange[];
}

export const initial: Plan = {
  placements: [],
  needs: [],
  yearGroups: [],
  cycles: [],
  amendments: [],
  finals: [],
  requests: [],
  transfers: [],
  ceases: [],
  mediation: [],
  appeals: [],
  refused: [],
  agreements: [],
  orderSteps: [],
  consultations: [],
  icbChanges: [],
};

/** The date of the event itself. */
export const entryOf = (event: PastEvent): Entry => ({ on: event.occurredOn, eventId: event.id });

/** A further date that the event carries. */
export const furtherEntry = (event: PastEvent, field: string, on: CivilDate | undefined): Entry | undefined =>
  on === undefined ? undefined : { on, eventId: event.id, field };

/** The same list with a part of one changed. */
export const change = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  part: Partial<T>,
): readonly T[] => list.map((each) => (each.id === id ? { ...each, ...part } : each));
