// The record of reading: who was shown whose record, by which question, when. The dispatcher tells it; nothing is shown that it cannot keep.
import type { Actor } from '../../kernel/envelope.js';

export interface View {
  readonly actor: Actor;
  /** Name of the question, or of the command that was refused. */
  readonly query: string;
  /** Ids of the people, or of the cases, whose records were shown, or asked for. */
  readonly shown: readonly string[];
  /** It was asked for, and not shown: whoever asked may not see it. */
  readonly refused?: boolean;
  /** Of the request: what one page asked belongs together. */
  readonly correlationId: string | undefined;
}

export abstract class ViewLog {
  /** Error: `store-unavailable` when it cannot be kept: then the answer is not given. */
  abstract note(view: View): void;
}
