// What may be asked of a wait. There is no command that pauses a clock: WAIT-04.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type {
  ClockStop,
  ContactMode,
  CorrectableDate,
  HelpElement,
  MissedReason,
  RemovalReason,
  Segment,
  Urgency,
  ValidationOutcome,
} from './codes.js';
import type { waitEvents } from './events.js';

type Data<K extends keyof typeof waitEvents> = Parameters<(typeof waitEvents)[K]['fact']>[1];

/** A row of a waiting-list export, as far as it was read. */
export interface LoadedWait {
  readonly referral: Data<'referralReceived'>;
  readonly receivedOn: CivilDate;
  readonly firstContactOn?: CivilDate;
  readonly removedOn?: CivilDate;
  readonly removalReason?: RemovalReason;
}

/** `on` is the day on which it happened. */
interface Commands {
  Refer: { readonly referral: Data<'referralReceived'> };
  CorrectClockStart: { readonly to: CivilDate; readonly reason: string; readonly author: string };
  BookFirstContact: { readonly appointmentOn: CivilDate };
  AttendFirstContact: { readonly mode: ContactMode };
  MissFirstContact: { readonly why: MissedReason; readonly clearlyCommunicated: boolean };
  ReachSegment: { readonly segment: Segment };
  RecordHelpElement: { readonly element: HelpElement };
  StopClock: { readonly how: ClockStop };
  /** A decision to treat after active monitoring (WAIT-02). */
  StartNewClock: object;
  /** `diedOn`: what the person's own record says of a death; left out by a loaded list, which knows nothing of it. */
  Remove: { readonly reason: RemovalReason; readonly note?: string; readonly diedOn?: CivilDate | 'not-on-record' };
  Reinstate: { readonly reason: string };
  /** Any fact but the start of a clock, which has its own correction. */
  CorrectDate: {
    readonly correctsEventId: string;
    readonly field: CorrectableDate;
    readonly to: CivilDate;
    readonly reason: string;
  };
  WithdrawFact: { readonly correctsEventId: string; readonly reason: string };
  CorrectRemovalReason: { readonly removalReason: RemovalReason; readonly reason: string };
  Validate: { readonly outcome: ValidationOutcome };
  RecordContact: { readonly contact: Data<'waitingWellContact'> };
  Escalate: { readonly urgency: Urgency; readonly concern: string };
  /** Brings the wait in line with a loaded row: only what is new becomes a fact. */
  Load: { readonly row: LoadedWait; readonly author: string };
}

export type CommandOf<K extends keyof Commands> = { readonly type: K; readonly on: CivilDate } & Commands[K];
export type WaitCommand = { [K in keyof Commands]: CommandOf<K> }[keyof Commands];
