// A case as it stands today, for whoever would do something about it.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Entries } from '../../kernel/decider.js';
import type { Actor } from '../../kernel/envelope.js';
import type { OnwardError } from '../../kernel/errors.js';

export interface CaseNow {
  readonly state: unknown;
  /** What was recorded of it, for what chooses among it. */
  readonly entries: Entries;
  readonly today: CivilDate;
  readonly actor: Actor;
  /** What decisions look up beside the state, as far as it is known: the birth date, a death, the choices of the area. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** Everybody who has an account here: what one may say can hang on whether another is here to say it. */
  readonly people?: readonly Actor[];
  /** Set where nothing can be recorded of it any more, whatever it is: they were forgotten (REC-12). */
  readonly closed?: OnwardError;
  /** Whether the access tables let them do it, whatever the case says. */
  may(action: string): boolean;
}

/** Why something cannot be done, or not of today. */
export interface No {
  readonly error: OnwardError;
  /** It can be done all the same, of a day that has passed. */
  readonly ofEarlierDay: boolean;
}
