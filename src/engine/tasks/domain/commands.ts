// What may be said of a task: by the process managers and timers, who keep it true, and by the people whose it is.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { WithdrawnBecause } from './codes.js';
import type { AboutDeadline } from './state.js';

interface WithCause {
  readonly on: CivilDate;
  readonly cause: { readonly on: CivilDate; readonly eventId: string };
  /** The kind's own figure when left out. */
  readonly days?: number;
}

/** Each is safe to say again: what is so already adds nothing. */
export type KeepingCommand =
  | ({
      readonly type: 'Open';
      /** Left out where it is about no one person. */
      readonly personId?: string;
      readonly caseId: string;
      readonly kind: string;
      readonly role?: string;
      readonly deadline?: AboutDeadline;
    } & WithCause)
  | ({ readonly type: 'Move' } & WithCause)
  | { readonly type: 'Settle'; readonly on: CivilDate; readonly byEventId: string }
  | ({ readonly type: 'Unsettle' } & WithCause)
  | { readonly type: 'Withdraw'; readonly on: CivilDate; readonly because: WithdrawnBecause };

interface By {
  readonly on: CivilDate;
  readonly by: { readonly id: string; readonly role: string };
}

export type PersonCommand =
  | ({ readonly type: 'Take'; readonly assignee: string } & By)
  | ({ readonly type: 'Complete'; readonly note?: string } & By)
  | ({ readonly type: 'Reopen'; readonly reason: string } & By);

export type TaskCommand = KeepingCommand | PersonCommand;
