// An EHC plan as deciding and showing need it: dated facts only, nothing personal, everything derived is derived elsewhere.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { PastEvent } from '../../kernel/events.js';
import type { Cycle, Track } from './cycle-state.js';
import type { Entry, Sourced } from './entries.js';
import type { FinalOrigin, Phase, PlacementKind } from './words.js';

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
  readonly issuedEarly?: boolean;
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

export interface Appeal extends Entry {
  readonly id: string;
  readonly letterEventId: string;
  readonly placementOnly: boolean;
  readonly determined?: Entry & { readonly result: string; readonly order: string };
}

export interface Plan {
  readonly personId?: string;
  readonly authority?: string;
  readonly rulePack?: { readonly pack: string; readonly version: number };
  /** The day on which the plan was first made, by whichever authority (EHC-51). */
  readonly made?: Sourced;
  readonly lastReviewed?: Entry;
  readonly movedIn?: Entry & { readonly from: string };
  readonly moveInLetter?: Entry;
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
  readonly past25?: Entry & { readonly setting: string; readonly trainingEnds?: Entry };
  readonly mediation: readonly (Entry & { readonly letterEventId: string; readonly step: string })[];
  readonly appeals: readonly Appeal[];
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
};

/** The date of the event itself. */
export const entryOf = (event: PastEvent): Entry => ({ on: event.occurredOn, eventId: event.id });

/** A further date that the event carries. */
export const furtherEntry = (event: PastEvent, field: string, on: CivilDate | undefined): Entry | undefined =>
  on === undefined ? undefined : { on, eventId: event.id, field };
