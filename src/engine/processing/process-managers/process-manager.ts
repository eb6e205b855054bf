// What a process manager is: from the history of a case to the tasks that should be on somebody's desk because of it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Folding } from '../../../kernel/decider.js';
import type { Fact } from '../../../kernel/events.js';

/** A fact of the case: when it happened, and the event that says so. */
export interface Cause {
  readonly on: CivilDate;
  readonly eventId: string;
}

/** A task that should be there, as long as its cause stands. */
export interface WantedTask {
  /** Unique within the manager and the case, and the same for as long as it is the same task. */
  readonly key: string;
  /** Which kind of task (src/engine/tasks/domain/kinds.json): its rule, its words, whose it is, how many days there are. */
  readonly kind: string;
  readonly personId: string;
  /** Whose it is, where the case says it more exactly than the kind. */
  readonly role?: string;
  readonly cause: Cause;
  /**
   * It is about how things stand, not about what is new: recorded late it is no less true, and somebody has to act. Its days count from
   * its day, as of an answer that somebody owes, or from the day on which it was known here.
   */
  readonly howeverLate?: 'from-its-day' | 'from-when-known';
  /** Where the rule pack of the case says it otherwise than the kind. */
  readonly days?: number;
  /** The fact with which nothing is left to do. */
  readonly settledBy?: Cause;
}

export interface ProcessManager<S = unknown> {
  /** Part of the id of everything it does: never changed once released. */
  readonly name: string;
  /** Looks at everything that was ever recorded, also at what was there before this manager was. */
  readonly fromTheStart?: boolean;
  /** For its line in docs/process-managers.md. */
  readonly words: { readonly when: string; readonly then: string; readonly rules: readonly string[] };
  readonly pathway: string;
  readonly folding: Folding<S>;
  /** Events of the case at which it looks again; between them nothing changes for it that could not wait. */
  readonly wakes: ReadonlySet<string>;
  /** Pure. Names every task that the case ever gave cause for, settled ones too; a cause that was withdrawn gives none. */
  wanted(caseId: string, state: S): readonly WantedTask[];
}

/** Lets a manager of a known state type stand beside the others. */
export const processManager = <S, F extends Fact>(
  folding: Folding<S, F>,
  parts: Omit<ProcessManager<S>, 'folding'>,
): ProcessManager => ({ ...parts, folding: folding });
