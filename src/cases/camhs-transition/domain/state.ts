// What deciding about a transition needs to know.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { AttendeeRole, InterfaceDecision, InterfaceManner, Lead, Mark, StepOutcome } from './codes.js';

/** When a thing happened, and the event that says so. */
export interface Done {
  readonly on: CivilDate;
  readonly eventId: string;
}

export interface Opened extends Done {
  readonly personId: string;
  readonly referredOn: CivilDate;
  readonly team: string;
  readonly pack: string;
  readonly packVersion: number;
  readonly send: boolean;
  readonly late: boolean;
}

export interface Settled extends Done {
  readonly outcome: StepOutcome;
  readonly arrangedFor?: CivilDate;
  readonly late?: boolean;
}

/** What came of an interface meeting for one young person; its texts are sealed. */
export interface Minute {
  readonly decision?: InterfaceDecision;
  readonly minute?: string;
  readonly action?: string;
  readonly actionBy?: AttendeeRole;
  readonly actionDueOn?: CivilDate;
}

/** Without the sealed texts: they stand in the event alone. */
export interface Discussion extends Done, Omit<Minute, 'minute' | 'action'> {
  readonly meetingId: string;
  readonly manner: InterfaceManner;
  readonly recipients: readonly string[];
}

export interface PromisedContact {
  readonly kind: string;
  readonly everyDays: number;
  readonly by: string;
}

export interface Plan extends Done {
  readonly youngPerson: string;
  readonly family: string;
  readonly copyGivenOn?: CivilDate;
  readonly promises: readonly PromisedContact[];
}

export interface Referral extends Done {
  readonly destination: string;
  readonly answer: 'waiting' | 'accepted' | 'refused';
  readonly answeredOn?: CivilDate;
  /** The event that answered. */
  readonly answeredBy?: string;
}

export interface Item {
  readonly kind: string;
  readonly status: 'offered' | 'accepted' | 'returned';
  readonly offeredOn: CivilDate;
  readonly on: CivilDate;
  /** The event that made it so. */
  readonly eventId: string;
}

export interface Appointment extends Done {
  readonly bookedFor: CivilDate;
  readonly status: 'booked' | 'attended' | 'missed';
  /** The day on which it was attended or missed, and the event. */
  readonly outcome?: Done;
  readonly contacted?: Done;
  /** Who saw them there (TRN-28). */
  readonly seen?: Done & { readonly practitionerId: string; readonly otherThanFirst: boolean };
}

/** What the council owes who is likely to need care after 18 (TRN-34). */
export interface Care {
  readonly recognised?: Done & { readonly hasChildrensSupport: boolean };
  readonly consent?: Done & { readonly answer: 'given' | 'best-interests' | 'refused'; readonly atRisk: boolean };
  readonly concluded?: Done & { readonly outcome: 'assessed' | 'not-assessed' };
  readonly supportEnded?: Done;
}

/** A service that opened the case or accepted the hand-over, until it discharged the young person or refused them after all. */
export interface Received extends Done {
  readonly service: string;
  /** How CAMHS was told of it, where CAMHS recorded it for the service (TRN-01b). */
  readonly reported?: string;
  readonly letGo?: Done;
}

export interface Transition {
  readonly opened?: Opened;
  /** Every entry for each step in order of date, under the name that the rules have for it: done, declined or not possible. */
  readonly settled: Readonly<Record<string, readonly Settled[]>>;
  readonly marks: readonly (Done & { readonly mark: Mark; readonly plannedFor?: CivilDate })[];
  readonly discussions: readonly Discussion[];
  readonly plan?: Plan;
  readonly contacts: readonly (Done & { readonly kind: string; readonly missedBy?: string })[];
  readonly chosen?: Done & { readonly destination: string };
  readonly referrals: readonly Referral[];
  readonly workers: readonly (Done & { readonly role: string; readonly service: string })[];
  readonly met?: Done;
  readonly receivers: readonly Received[];
  readonly items: Readonly<Record<string, Item>>;
  /** The last word on any item of the hand-over, as it was recorded. */
  readonly itemsLast: { readonly offered?: Done; readonly answered?: Done; readonly returned?: Done };
  readonly handedOver: readonly Received[];
  /** Discharges, and refusals by one service: each ends what was received before it. */
  readonly letGos: readonly (Done & { readonly service?: string })[];
  /** What was agreed last about who leads; who does follows from it in `who-leads.ts`. */
  readonly leadSaid?: Done & { readonly lead: Lead; readonly crisisContact: Lead };
  readonly past18: readonly (Done & { readonly reason: string; readonly reviewOn: CivilDate })[];
  readonly closed?: Done & { readonly destination: string };
  /** Since when they are on their way: a service was chosen, referred to, offered something, or has the young person. */
  readonly onwardFrom?: CivilDate;
  /** What said first that the young person died. */
  readonly saidDied?: Done;
  readonly appointments: Readonly<Record<string, Appointment>>;
  readonly care: Care;
  readonly referredBack?: Done;
  readonly discharged?: Done;
}

export const initial: Transition = {
  settled: {},
  marks: [],
  discussions: [],
  contacts: [],
  referrals: [],
  workers: [],
  receivers: [],
  items: {},
  itemsLast: {},
  handedOver: [],
  letGos: [],
  past18: [],
  appointments: {},
  care: {},
};
