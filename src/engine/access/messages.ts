// The base of every command and query: none can be made without the one who asks.
import { Command, Query } from '@nestjs/cqrs';
import type { CommandResult } from '../commands/command-runner.js';
import type { Actor, CommandContext } from '../../kernel/envelope.js';
import type { CivilDate } from '../../kernel/calendar/civil-date.js';

export abstract class OnwardCommand<R = CommandResult> extends Command<R> {
  constructor(readonly context: CommandContext) {
    super();
  }
}

/** Who asks, and the date for which the answer is to hold. */
export interface Asked {
  readonly actor: Actor;
  readonly asOf: CivilDate;
  /** Of the request, for the record of reading. */
  readonly correlationId?: string;
}

export abstract class OnwardQuery<R> extends Query<R> {
  /** Whose records the answer shows: kept in the record of reading. */
  abstract shows(answer: R): readonly string[];

  constructor(readonly asked: Asked) {
    super();
  }
}
