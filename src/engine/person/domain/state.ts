// What deciding about a young person needs to know. Personal fields stay sealed and are not part of it.
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type {
  ConsentDecider,
  ConsentDecision,
  DataOf,
  Departure,
  IdentifierKind,
  OverrideBasis,
  SupersedeReason,
} from './events.js';
import type { KnownPlan, SendStatusSaid } from './send-status.js';

export interface HeldIdentifier {
  readonly id: string;
  readonly kind: IdentifierKind;
  readonly issuer?: string;
  readonly from: CivilDate;
  readonly supersededOn?: CivilDate;
  readonly why?: SupersedeReason;
  readonly replacedBy?: string;
}

export interface HeldContact {
  readonly id: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

export interface NamedWorker {
  readonly id: string;
  readonly role: string;
  readonly workerId: string;
  readonly organisation: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

export interface Assessment {
  readonly purpose: string;
  readonly recipient?: string;
  readonly outcome: DataOf<'competenceAssessed'>['outcome'];
  readonly on: CivilDate;
}

export interface ConsentEntry {
  readonly eventId: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly decision: ConsentDecision;
  readonly decidedBy: ConsentDecider;
  readonly on: CivilDate;
}

export interface Override {
  readonly eventId: string;
  readonly purpose: string;
  readonly recipient: string;
  readonly basis: OverrideBasis;
  readonly on: CivilDate;
  readonly until?: CivilDate;
  /** Account of who authorised it. */
  readonly authorisedBy: string;
}

export interface YoungPerson {
  readonly registeredOn?: CivilDate;
  readonly responsible?: string;
  /** What was said when we met them first, then in order of date. */
  readonly sendStatuses: readonly SendStatusSaid[];
  /** EHC plans of which their own cases tell; in no order. */
  readonly plans: readonly KnownPlan[];
  readonly identifiers: readonly HeldIdentifier[];
  readonly contacts: readonly HeldContact[];
  readonly workers: readonly NamedWorker[];
  readonly assessments: readonly Assessment[];
  /** The whole history by purpose and recipient (`consentKey`), each in order of date: nothing is ever taken away (TRN-43). */
  readonly consents: Readonly<Record<string, readonly ConsentEntry[]>>;
  readonly overrides: Readonly<Record<string, readonly Override[]>>;
  /** The departures that stand, in the order in which they were recorded. */
  readonly departures: readonly StandingDeparture[];
  readonly movedOn?: CivilDate;
  readonly diedOn?: CivilDate;
  /** The day on which everything personal was destroyed. */
  readonly forgottenOn?: CivilDate;
}

export interface StandingDeparture {
  readonly eventId: string;
  readonly what: Departure;
  readonly on: CivilDate;
}

export const initial: YoungPerson = {
  sendStatuses: [],
  plans: [],
  identifiers: [],
  contacts: [],
  workers: [],
  assessments: [],
  consents: {},
  overrides: {},
  departures: [],
};
