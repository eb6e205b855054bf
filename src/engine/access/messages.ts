// The base of every command and query: none can be made without the one who asks.
import type { CommandResult } from '../commands/command-runner.js';
import type { Actor, CommandContext } from '../../kernel/envelope.js';
import type { CivilDate } from '../../kernel/calendar/civil-date.js';

export abstract class OnwardCommand<R = CommandResult> {
  /** Known to the compiler alone: what carrying it out answers. */
  declare readonly answer?: R;

  constructor(readonly context: CommandContext) {}
}

/** Who asks, and the date for which the answer is to hold. */
export interface Asked {
  readonly actor: Actor;
  readonly asOf: CivilDate;
  /** Of the request, for the record of reading. */
  readonly correlationId?: string;
}

export abstract class OnwardQuery<R> {
  /** Whose records the answer shows: kept in the record of reading. */
  abstract shows(answer: R): readonly string[];

  constructor(readonly asked: Asked) {}
}
