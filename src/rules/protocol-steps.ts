// The shape of a protocol in a pack: canonical milestones (AMB-06), the variant's own stages, and its steps.
import type { Force, Kind } from './deadline.js';
import type { Condition, Operand } from './expression.js';

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly from: Operand;
  /** Last day of the stage; a stage without it is open-ended. */
  readonly until?: Operand;
}

export interface Step {
  readonly id: string;
  readonly milestone: string;
  readonly stage: string;
  readonly title: string;
  readonly alias?: string;
  readonly actor: string;
  readonly evidence: string;
  readonly required: boolean;
  /** The young person or the family may decline, which settles it (TRN-45). */
  readonly mayBeDeclined: boolean;
  /** May be settled by recording why it was not possible or not indicated. */
  readonly mayBeNotPossible: boolean;
  /** The fact that shows the step as settled: done, declined or not possible. */
  readonly fact: string;
  readonly from?: Operand;
  /** Last day; a step with one is also a rule of the pack, under the step's id. */
  readonly until?: Operand;
  readonly when?: Condition;
  readonly force: Force;
  readonly kind?: Kind;
  readonly source: string;
  /** Facts after which it can no longer be done: late by then, it is missed; not yet due, it is asked of nobody. */
  readonly lapsesBy?: readonly string[];
  readonly note?: string;
}

export interface Protocol {
  /** The scope whose facts the protocol reads. */
  readonly scope: string;
  readonly milestones: readonly string[];
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  /** Facts that end every unmet step: no onward service, declined, moved, died. */
  readonly cancelledBy: readonly string[];
}
